#!/bin/bash

# rpm runs this script of the old package after the new one was installed; only at a removal no package is left.
if [ "$1" != 0 ]; then
    exit 0
fi

if type update-alternatives >/dev/null 2>&1; then
    update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/${executable}'
fi
# A link that the alternatives do not know stays behind.
if [ -L '/usr/bin/${executable}' ] && [ ! -e '/usr/bin/${executable}' ]; then
    rm -f '/usr/bin/${executable}'
fi

profile='/etc/apparmor.d/${executable}'
if [ -f "$profile" ]; then
    if apparmor_status --enabled >/dev/null 2>&1 && hash apparmor_parser 2>/dev/null; then
        apparmor_parser --remove "$profile" || true
    fi
    rm -f "$profile"
fi

# fpm's packages own files only, so rpm leaves the folders.
if [ -d '/opt/${sanitizedProductName}' ]; then
    find '/opt/${sanitizedProductName}' -depth -type d -empty -delete || true
fi

# As after an installation, so that no cache names a program that is gone.
if hash update-mime-database 2>/dev/null; then
    update-mime-database /usr/share/mime || true
fi
if hash update-desktop-database 2>/dev/null; then
    update-desktop-database /usr/share/applications || true
fi
