/** Texts that other languages may write as English does: names, formats and signs. */
export const sameInEveryLanguage: ReadonlySet<string> = new Set([
  'Excel',
  'vCard',
  'Fairbook',
  'Outlook',
  'Pipedrive',
  'Zoho CRM',
  'CSV',
  'PDF',
  '{name} (ID)',
])
