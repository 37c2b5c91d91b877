import type { PhaseWords, Words } from './english';
import { numbersOf } from './numbers';

const number = numbersOf('ar');

const connection: PhaseWords = {
  connecting: 'جارٍ الاتصال',
  live: 'مباشر',
  catchingUp: 'جارٍ استكمال ما فات',
  stale: 'غير محدَّث',
  offline: 'غير متصل',
  signedOut: 'تم تسجيل الخروج',
};

const rules = new Intl.PluralRules('ar');

/** Arabic counts in six ways; zero and the hundreds read like "other" here. */
function counted(count: number, forms: { one: string; two: string; few: string; many: string; other: string }): string {
  const rule = rules.select(count);
  return forms[rule === 'zero' ? 'other' : rule];
}

export const arabic: Words = {
  language: 'ar',
  direction: 'rtl',
  product: 'Sightline',
  open: 'فتح Sightline',
  quit: 'إنهاء Sightline',
  stepBackEverywhere: 'العودة إلى المراقبة في كل المحادثات',
  stillVisible: 'ما زلت ظاهرًا',
  stillVisibleBody: (count) =>
    counted(count, {
      one: 'لم تنجح العودة إلى المراقبة في محادثة واحدة. افتح Sightline لمعرفة السبب.',
      two: 'لم تنجح العودة إلى المراقبة في محادثتين. افتح Sightline لمعرفة السبب.',
      few: `لم تنجح العودة إلى المراقبة في ${number(count)} محادثات. افتح Sightline لمعرفة السبب.`,
      many: `لم تنجح العودة إلى المراقبة في ${number(count)} محادثة. افتح Sightline لمعرفة السبب.`,
      other: `لم تنجح العودة إلى المراقبة في ${number(count)} محادثة. افتح Sightline لمعرفة السبب.`,
    }),
  notifications: 'الإشعارات',
  settings: 'الإعدادات…',
  floor: 'نظرة عامة',
  signOut: 'تسجيل الخروج',
  menus: { application: 'Sightline', chat: 'محادثة', edit: 'تحرير', view: 'عرض', window: 'نافذة' },
  view: { wall: 'الجدار في نافذة مستقلة', reload: 'إعادة التحميل', developerTools: 'أدوات المطوّر' },
  chatStarted: 'محادثة جديدة',
  chatStartedBody: (agent) => `${agent}: بدأت محادثة جديدة، وقد انضممت إليها بالوضع الذي اخترته للمتابعة.`,
  chatInvited: 'دعوة إلى محادثة',
  chatInvitedBody: (agent) => `${agent}: أنت مدعوّ إلى محادثة.`,
  chatTakenAway: 'سُحبت منك محادثة',
  chatTakenAwayBody: (agent) => `${agent}: أُغلقت المحادثة أو نُقلت.`,
  chatNeedsYou: 'محادثة تحتاج إليك',
  chatNeedsYouBody: (agent: string, why: string): string => `في محادثة لدى ${agent}: ${why}.`,
  needsYouFor: {
    orphan: 'لم يعد فيها أي موظف',
    customerWaiting: 'ينتظر العميل منذ وقت طويل',
    agentSilent: 'الموظف صامت منذ وقت طويل',
    unanswered: 'عدة رسائل بلا رد',
    repeated: 'يكرر العميل كلامه',
    escalationWords: 'يطلب العميل التحدث إلى مسؤول',
    threats: 'العميل يهدد أو يريد المغادرة',
    insults: 'وردت إهانة',
    danger: 'قد يكون شخص ما في خطر',
    watchedWords: 'ذُكرت إحدى كلماتك',
    pingPong: 'انتقلت من موظف إلى آخر',
    longHandling: 'طالت أكثر من اللازم',
    newAgent: 'الموظف جديد',
  },
  setOffAgent: (name) => `«${name}» (موظف)`,
  someAgent: 'موظف تتابعه',
  someAgentAtStart: 'موظف تتابعه',
  manyNotices: (count) =>
    counted(count, {
      one: 'تغيير آخر',
      two: 'تغييران آخران',
      few: `${number(count)} تغييرات أخرى`,
      many: `${number(count)} تغييرًا آخر`,
      other: `${number(count)} تغيير آخر`,
    }),
  manyNoticesBody: 'انقر لفتح النظرة العامة.',
  connection: (phase) => connection[phase],
  visibleIn: (count) =>
    counted(count, {
      one: 'ظاهر في محادثة واحدة',
      two: 'ظاهر في محادثتين',
      few: `ظاهر في ${number(count)} محادثات`,
      many: `ظاهر في ${number(count)} محادثة`,
      other: `ظاهر في ${number(count)} محادثة`,
    }),
  maybeVisibleIn: (count) =>
    counted(count, {
      one: 'ربما ظاهر في محادثة واحدة (غير مؤكد)',
      two: 'ربما ظاهر في محادثتين (غير مؤكد)',
      few: `ربما ظاهر في ${number(count)} محادثات (غير مؤكد)`,
      many: `ربما ظاهر في ${number(count)} محادثة (غير مؤكد)`,
      other: `ربما ظاهر في ${number(count)} محادثة (غير مؤكد)`,
    }),
  invitedTo: (count) =>
    counted(count, {
      one: 'دعوة واحدة',
      two: 'دعوتان',
      few: `${number(count)} دعوات`,
      many: `${number(count)} دعوة`,
      other: `${number(count)} دعوة`,
    }),
  silent: 'صامت',
  stopped: {
    title: 'توقفت النافذة عدة مرات خلال دقيقة',
    explain: 'جلستك ومحادثاتك مستمرة، فهي لا تعتمد على هذه النافذة. لم يعلم أحد بشيء، ولم يتغير أي وضع.',
    drafts: (count) =>
      counted(count, {
        one: 'نص واحد لم ترسله محفوظ.',
        two: 'نصّان لم ترسلهما محفوظان.',
        few: `${number(count)} نصوص لم ترسلها محفوظة.`,
        many: `${number(count)} نصًا لم ترسلها محفوظة.`,
        other: `${number(count)} نص لم ترسلها محفوظة.`,
      }),
    openAgain: 'فتح النافذة من جديد',
    stepBack: (count) =>
      counted(count, {
        one: 'العودة إلى المراقبة في هذه المحادثة',
        two: 'العودة إلى المراقبة في المحادثتين',
        few: `العودة إلى المراقبة في ${number(count)} محادثات`,
        many: `العودة إلى المراقبة في ${number(count)} محادثة`,
        other: `العودة إلى المراقبة في ${number(count)} محادثة`,
      }),
    steppingBack: 'جارٍ العودة إلى المراقبة…',
    more: 'إذا تكرر التوقف فأنهِ Sightline من قائمته ثم شغّله من جديد؛ ما حدث مسجَّل في السجل.',
  },
};
