/**
 * The flat lists that the first version started with. It stored them whole, so only by these can be told what a supervisor
 * had added.
 */
export const firstEscalationPhrases: readonly string[] = [
  // English
  'manager',
  'supervisor',
  'speak to someone else',
  'talk to a human',
  'real person',
  'complaint',
  'complain*',
  'lawyer',
  'attorney',
  'sue you',
  'legal action',
  'cancel my account',
  'cancel my contract',
  'unacceptable',
  'ridiculous',
  // German
  'vorgesetzt*',
  'beschwer*',
  'anwalt',
  'rechtsanwalt',
  'kündig*',
  'unverschämt*',
  'inakzeptabel',
  'verbraucherzentrale',
  // French
  'responsable',
  'réclamation*',
  'avocat',
  'résili*',
  'inadmissible',
  'inacceptable',
  'porter plainte',
  // Spanish
  'encargado',
  'queja',
  'reclamación',
  'abogado',
  'darme de baja',
  'inaceptable',
  'denuncia*',
  // Arabic
  'مدير',
  'المسؤول',
  'شكوى',
  'محامي',
  'إلغاء حسابي',
  'إلغاء الاشتراك',
  'غير مقبول',
];

export const firstWatchedPhrases: readonly string[] = [
  'refund*',
  'charged twice',
  'rückerstatt*',
  'doppelt abgebucht',
  'rembours*',
  'reembols*',
  'devolución',
  'استرداد',
];
