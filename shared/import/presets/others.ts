import type { Preset } from './preset.ts'

/** LinkedIn's `Connections.csv`. */
export const linkedin: Preset = {
  id: 'linkedin',
  needs: [['first name', 'last name', 'company', 'position', 'connected on']],
  kind: 'person',
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

/** Pipedrive's export of people. */
export const pipedrive: Preset = {
  id: 'pipedrive',
  needs: [['person name'], ['person first name', 'person last name']],
  kind: 'person',
  columns: {
    'Person - Name': 'fullName',
    'Person - First name': 'givenName',
    'Person - Last name': 'familyName',
    'Person - Phone': 'phone',
    'Person - Phone (Work)': 'phone.work',
    'Person - Phone (Home)': 'phone.home',
    'Person - Phone (Mobile)': 'phone.mobile',
    'Person - Phone (Other)': 'phone.other',
    'Person - Email': 'email',
    'Person - Email (Work)': 'email.work',
    'Person - Email (Home)': 'email.home',
    'Person - Email (Other)': 'email.other',
    'Person - Label': 'tags',
    'Person - Owner': 'owner',
    'Person - Organization': 'companyName',
    'Organization - Name': 'companyName',
    'Organization - Address': '',
    'Deal - Title': '',
    'Deal - Value': '',
    'Activity - Subject': '',
    'Activity - Due date': '',
    'Note - Content': '',
  },
}

const zohoStatuses = {
  'not contacted': 'lead',
  'attempted to contact': 'lead',
  'contact in future': 'lead',
  contacted: 'prospect',
  'pre qualified': 'prospect',
  'lost lead': 'disqualified',
  'not qualified': 'disqualified',
  'junk lead': 'disqualified',
}

/** Zoho CRM: leads and contacts. */
export const zohoPeople: Preset = {
  id: 'zoho',
  needs: [
    ['record id', 'lead owner', 'company', 'first name', 'last name'],
    ['record id', 'contact owner', 'first name', 'last name', 'account name'],
  ],
  kind: 'person',
  columns: {
    'Record Id': '',
    'Lead Owner': 'owner',
    'Contact Owner': 'owner',
    Company: 'companyName',
    'Account Name': 'companyName',
    'Account Name.id': '',
    'First Name': 'givenName',
    'Last Name': 'familyName',
    Email: 'email',
    Phone: 'phone.work',
    Mobile: 'phone.mobile',
    'Lead Source': 'source',
    'Lead Status': 'status',
    Street: 'address.billing.street',
    City: 'address.billing.city',
    State: 'address.billing.region',
    'Zip Code': 'address.billing.postcode',
    'Mailing Street': 'address.billing.street',
    'Mailing City': 'address.billing.city',
    'Mailing State': 'address.billing.region',
    'Mailing Zip': 'address.billing.postcode',
    Description: 'notes',
  },
  statuses: zohoStatuses,
  forwardOnly: true,
}

/** Zoho CRM: accounts. */
export const zohoAccounts: Preset = {
  id: 'zoho',
  needs: [['record id', 'account owner', 'account name']],
  kind: 'company',
  columns: {
    'Record Id': '',
    'Account Owner': 'owner',
    'Account Name': 'companyName',
    Phone: 'phone.work',
    Website: 'website',
    'Account Type': '',
    'Billing Street': 'address.billing.street',
    'Billing City': 'address.billing.city',
    'Billing State': 'address.billing.region',
    'Billing Code': 'address.billing.postcode',
    Description: 'notes',
  },
}
