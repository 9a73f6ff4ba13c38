import type { Preset } from './preset.ts'

/** LinkedIn's `Connections.csv`. */
export const linkedin: Preset = {
  id: 'linkedin',
  needs: [
    ['first name', 'last name', 'connected on'],
    ['first name', 'last name', 'company', 'position', 'url'],
    ['connected on', 'position'],
    ['connected on', 'email address'],
  ],
  kind: 'person',
  ids: 'linkedin',
  idFrom: 'website',
  columns: {
    'First Name': 'givenName',
    'Last Name': 'familyName',
    URL: 'website',
    'Email Address': 'email',
    Company: 'companyName',
    Position: 'role',
    'Connected On': '',
  },
}
