/**
 * A file of each program, with the traps that real ones have. `needs` are files that come before it, `essential` is the
 * header without which it is another file.
 */
export type Sample = { source: string; text: string; needs?: readonly string[]; essential?: string }

const lines = (...rows: string[]) => `${rows.join('\r\n')}\r\n`

export const samples = {
  hubspotCompanies: {
    source: 'hubspotCompanies',
    text: lines(
      'Record ID,Company name,Website URL,Company owner,Create Date',
      '901,UAB Medis,medis.example,Rasa Owner,2024-01-02 09:14',
      '902,Šilo baldai,https://silo.example,,2024-01-03 10:00',
    ),
  },
  hubspotContacts: {
    source: 'hubspotContacts',
    needs: ['hubspotCompanies'],
    text: lines(
      'Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Associated Company,Country/Region,Contact owner',
      '101,Ona,Vasarė,ona@medis.example,+370 612 34567,Open deal,2024-03-12 09:14,UAB Medis,Lithuania,Rasa Owner',
      '102,Jonas,Ruduo,jonas@silo.example,,Customer,2024-03-13 09:14,Šilo baldai,Lithuania,',
      '103,Jonas,Ruduo,other@silo.example,,New,2024-03-13 09:14,,,',
    ),
  },
  hubspotContactsById: {
    source: 'hubspotContacts',
    needs: ['hubspotCompanies'],
    text: lines(
      'Record ID - Contact,First Name,Last Name,Email,Associated Company IDs,Lifecycle Stage',
      '201,Eva,Pavasarė,eva@medis.example,999;901,Lead',
    ),
  },
  hubspotDeals: {
    source: 'hubspotDeals',
    needs: ['hubspotCompanies', 'hubspotContacts'],
    text: lines(
      'Record ID,Deal Name,Deal Stage,Amount,Deal owner,Associated Company IDs,Associated Contact IDs,Lead source',
      '501,Oak tables,Qualified to buy,"1,200.50",Rasa Owner,901,101;102,Trade fair',
      '502,Chairs,Closed won,300,,902,,',
      '503,Doors,Very odd stage,,,,102,',
    ),
  },
  hubspotDealsByName: {
    source: 'hubspotDeals',
    needs: ['hubspotCompanies'],
    text: lines(
      'RECORD ID,deal name,Amount,Deal Stage,Close Date,Deal Owner,Company Name,Pipeline,Create Date',
      '601,Roof,9000,Closed lost,2024-05-06 10:00,Rasa Owner,UAB Medis,Sales,2024-02-01 08:00',
      '602,Floor,100,appointmentscheduled,2026-12-24 10:00,,Nobody knew Ltd,Sales,2024-02-01 08:00',
    ),
  },
  pipedrivePeople: {
    source: 'pipedrivePeople',
    text: lines(
      'Person - Name*,Person - First name,Person - Last name,Person - Phone,Person - Email (Work),Person - Email (Home),Organization - Name,Organization - Address,Deal - Title,Deal - Value,Activity - Subject,Activity - Due date,Note - Content',
      'Ann Lee,Ann,Lee,+44 20 7946 0018,"ann@lee.example, sales@lee.example",ann@home.example,Lee & Sons,1 High St,,,,,<p>Likes <b>oak</b> &amp; ash</p><p>Call in May</p>',
      'Bo Ray,,,,bo@ray.example,,Ray Ltd,,,,,,',
    ),
  },
  pipedriveOrganizations: {
    source: 'pipedriveOrganizations',
    essential: 'Organization - Name',
    text: lines(
      'Organization - Name,Organization - Address,Organization - Label,Organization - Owner',
      'Lee & Sons,1 High St,Partner,Rasa Owner',
      'Ray Ltd,2 Low St,,',
    ),
  },
  pipedriveDeals: {
    source: 'pipedriveDeals',
    needs: ['pipedrivePeople'],
    text: lines(
      'Deal - Title;Deal - Value;Deal - Owner;Deal - Stage;Deal - Expected close date;Deal - Currency of value;Deal - Label;Deal - Creation date;Deal - Closed on;Deal - Lost reason;Deal - Lost time;Deal - Probability;Deal - Status;Deal - Won time;Deal - Pipedrive System ID;Organization;Contact person',
      'Stairs;"1.234,56";Rasa;Proposal Made;45631;EUR;;45300,5;;;;40;Open;;11;Lee & Sons;Ann Lee',
      'Gate;800;Rasa;Negotiations Started;;USD;;45300;45310;Too dear;45310,25;;Lost;;12;Ray Ltd;Bo Ray',
      'Fence;"90,5";;Lead In;;EUR;;45301;45320;;;;Won;45320;13;Ray Ltd;',
    ),
  },
  pipedriveActivities: {
    source: 'pipedriveActivities',
    needs: ['pipedrivePeople', 'pipedriveDeals'],
    text: lines(
      'Activity - Subject,Activity - Type,Activity - Due date,Activity - Due time,Activity - Done,Activity - Note,Activity - Assigned to user,Deal - Title,Person - Name,Person - Email,Organization - Name',
      'Measure the hall,Meeting,2024-04-05,09:30,Done,<p>All fine</p>,Rasa,Stairs,Ann Lee,"ann@lee.example, sales@lee.example",Lee & Sons',
      'Call about the gate,Call,2026-12-01,,To do,,Rasa,Gate,Bo Ray,,Ray Ltd',
      'Lunch,Lunch,45400,12:00,Done,,,,Bo Ray,,',
    ),
  },
  pipedriveNotes: {
    source: 'pipedriveNotes',
    essential: 'Note - Content',
    needs: ['pipedrivePeople', 'pipedriveDeals'],
    text: lines(
      'Note - Content,Note - Add time,Person - Name,Organization - Name,Deal - Title',
      '<div>First line<br>second&nbsp;line</div>,2024-04-05 10:11,Ann Lee,Lee & Sons,Stairs',
      'Plain note,2024-04-06 10:11,Bo Ray,,',
    ),
  },
  zohoAccounts: {
    source: 'zohoAccounts',
    text: lines(
      '"Record Id","Account Owner","Account Name","Phone","Website","Account Type","Billing Street","Billing City","Billing State","Billing Code","Description"',
      '"zcrm_7001","Rasa","Field & Sons","+44 20 7946 0001","field.example","Customer","1 Road","Leeds","","LS1","Old friends"',
    ),
  },
  zohoLeads: {
    source: 'zohoPeople',
    text: lines(
      '"Record Id","Lead Owner","Company","First Name","Last Name","Email","Phone","Lead Source","Lead Status","Street","City","State","Zip Code","Description"',
      '"zcrm_7101","Rasa","Oak GmbH","Kim","Wood","kim@oak.example","","Trade fair","Contacted","","Ulm","","",""',
    ),
  },
  zohoContacts: {
    source: 'zohoPeople',
    needs: ['zohoAccounts'],
    text: lines(
      '"Record Id","Contact Owner","First Name","Last Name","Account Name","Account Name.id","Email","Phone","Mobile","Mailing Street","Mailing City","Mailing State","Mailing Zip","Description"',
      '"zcrm_7201","Rasa","Nora","Field","Field & Sons","zcrm_7001","nora@field.example","","+44 7700 900123","1 Road","Leeds","","LS1",""',
    ),
  },
  zohoDeals: {
    source: 'zohoDeals',
    needs: ['zohoAccounts', 'zohoContacts'],
    text: lines(
      '"Record Id","Deal Name","Account Name","Account Name.id","Contact Name","Stage","Closing Date","Amount","Lead Source","Description","Type"',
      '"zcrm_7301","Windows","Field & Sons","7001","Nora Field","Negotiation/Review","2026-12-24","5000","Trade fair","","New Business"',
      '"zcrm_7302","Blinds","Field & Sons","7001","Nora Field","Closed Won","2024-12-24","100","","",""',
    ),
  },
  zohoNotes: {
    source: 'zohoNotes',
    needs: ['zohoAccounts', 'zohoContacts', 'zohoDeals'],
    text: lines(
      '"Note Id","Note Title","Note Content","Parent ID","Parent Module"',
      '"zcrm_7401","About windows","Wants <b>triple</b> glass<br>and blinds","zcrm_7301","Deals"',
      '"zcrm_7402","","Likes tea","7201","Contacts"',
      '"zcrm_7403","","Pays late","7001","Accounts"',
    ),
  },
  googleNew: {
    source: 'google',
    text: lines(
      'First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,Organization Name,Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country,Website 1 - Label,Website 1 - Value',
      'Milda,,Kalnienė,,Mila,,Šilo baldai,Buyer,1984-05-06,Oak,https://p.example/p.jpg,Partners ::: * myContacts,* Work,milda@silo.example ::: mk@home.example,Mobile,+370 612 34568,Home,,Ąžuolų g. 3,Kaunas,44280,Lithuania,,https://a.example ::: https://b.example',
      'Peter,J.,Marsh,,,,,,--02-03,,,* myContacts,Other,peter@marsh.example,Work,020 7946 0018,,,,,,,,',
    ),
  },
  googleOld: {
    source: 'google',
    text: lines(
      'Name,Given Name,Additional Name,Family Name,Birthday,Gender,Location,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Organization 1 - Name,Organization 1 - Title',
      'Ann Old,Ann,,Old,,,,,,,* myContacts ::: Fair,* Work,ann@old.example,Mobile,+44 7700 900124,,,Old Ltd,Owner',
    ),
  },
  outlook: {
    source: 'outlook',
    text: lines(
      'Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Business Phone,Business Phone 2,Home Phone,Mobile Phone,Anniversary,Birthday,Categories,E-mail Address,E-mail 2 Address,E-mail 3 Address,Gender,Notes,Web Page',
      'Ms,Nora,,Lake,,Lake Ltd,,Owner,1 Shore,Bath,,BA1,United Kingdom,,020 7946 0011,,,+44 7700 900125,0/0/00,25/12/1980,Fair;Oak,nora@lake.example,n@lake.example,,Unspecified,Hello,lake.example',
    ),
  },
  outlookRussian: {
    source: 'outlook',
    text: lines(
      'Обращение,Имя,Отчество,Фамилия,Суффикс,Организация,Отдел,Должность,Улица (раб. адрес),Рабочий телефон,Телефон переносной,День рождения,Личное,Пол,Адрес эл. почты',
      ',Анна,Сергеевна,Берёзкина,,ООО «Лес»,,Директор,ул. Лесная 1,8 495 123-45-67,,0.0.00,Ложь,Не определен,anna@les.example',
    ),
  },
  linkedin: {
    source: 'linkedin',
    text: lines(
      'Notes:',
      '"When exporting your connection data, you may notice that some of the email addresses are missing."',
      '',
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
      'Nora,Brook,https://www.linkedin.com/in/nora-brook,,Brook & Co,Owner,12 Mar 2024',
      'Tom,Hill,https://www.linkedin.com/in/tom-hill,tom@hill.example,,,13 Mar 2024',
    ),
  },
} as const satisfies Record<string, Sample>

export type SampleName = keyof typeof samples
export const sampleNames = Object.keys(samples) as SampleName[]
export const sampleOf = (name: string): Sample => (samples as Readonly<Record<string, Sample>>)[name] ?? samples.outlook
