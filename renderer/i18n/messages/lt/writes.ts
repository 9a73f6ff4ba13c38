import type { writes as en } from '../en/writes.ts'

export const writes: Record<keyof typeof en, string> = {
  'write.bookCreated': 'Knyga sukurta',
  'write.sampleLoaded': 'Pavyzdinė knyga įkelta',
  'write.customerCreated': 'Klientas „{name}“ pridėtas',
  'write.customerChanged': 'Klientas „{name}“ pakeistas',
  'write.customersChanged':
    '{count, plural, one {Pakeistas # klientas} few {Pakeisti # klientai} many {Pakeista # kliento} other {Pakeista # klientų}}',
  'write.customersTagged':
    '{count, plural, one {Pakeistos # kliento žymos} few {Pakeistos # klientų žymos} many {Pakeistos # kliento žymos} other {Pakeistos # klientų žymos}}',
  'write.customersDeleted':
    '{count, plural, one {Ištrintas # klientas} few {Ištrinti # klientai} many {Ištrinta # kliento} other {Ištrinta # klientų}}',
  'write.dealCreated': 'Sandoris „{name}“ pridėtas',
  'write.dealChanged': 'Sandoris „{name}“ pakeistas',
  'write.dealMoved': '„{name}“ perkeltas į etapą „{stage}“',
  'write.dealWon': 'Sandoris „{name}“ laimėtas',
  'write.dealLost': 'Sandoris „{name}“ pralaimėtas',
  'write.dealReopened': 'Sandoris „{name}“ vėl atvertas',
  'write.dealsDeleted':
    '{count, plural, one {Ištrintas # sandoris} few {Ištrinti # sandoriai} many {Ištrinta # sandorio} other {Ištrinta # sandorių}}',
  'write.interactionLogged': 'Bendravimas įrašytas',
  'write.interactionChanged': 'Bendravimo įrašas pakeistas',
  'write.interactionDeleted': 'Bendravimo įrašas ištrintas',
  'write.taskCreated': 'Užduotis „{name}“ pridėta',
  'write.taskChanged': 'Užduotis „{name}“ pakeista',
  'write.taskDone': 'Užduotis „{name}“ atlikta',
  'write.taskReopened': 'Užduotis „{name}“ vėl atverta',
  'write.taskDeleted': 'Užduotis „{name}“ ištrinta',
  'write.pipelineChanged': 'Pardavimo procesas pakeistas',
  'write.pipelineDeleted': 'Pardavimo procesas ištrintas',
  'write.listChanged': 'Sąrašas pakeistas',
  'write.viewSaved': 'Rodinys „{name}“ išsaugotas',
  'write.viewDeleted': 'Rodinys „{name}“ ištrintas',
  'write.settingsChanged': 'Nustatymai pakeisti',
  'write.attachmentAdded': 'Failas „{name}“ pridėtas',
  'write.attachmentDeleted': 'Failas „{name}“ ištrintas',
  'write.imported':
    '{count, plural, one {Importuotas # įrašas} few {Importuoti # įrašai} many {Importuota # įrašo} other {Importuota # įrašų}}',
  'write.importUndone': 'Importas anuliuotas',
  'write.restored': 'Atkurta iš šiukšlinės',
  'write.backupRestored': 'Atsarginė kopija atkurta',
  'write.undone': 'Anuliuota',
  'write.redone': 'Pakartota',
  'write.fieldsChanged': 'Laukai pakeisti',
  'write.fieldConverted': 'Lauko tipas pakeistas',
  'write.segmentSaved': 'Segmentas „{name}“ išsaugotas',
  'write.segmentDeleted': 'Segmentas „{name}“ ištrintas',
  'write.customersMerged':
    '{count, plural, one {Sujungta # dublikatų grupė} few {Sujungtos # dublikatų grupės} many {Sujungta # dublikatų grupės} other {Sujungta # dublikatų grupių}}',
  'write.notSameMarked': 'Pažymėta: ne tas pats',
  'write.notSameRevoked': 'Pažyma „ne tas pats“ panaikinta',
  'write.mergeUndone': 'Sujungimas atšauktas',
  'write.consentChanged': 'Sutikimas įrašytas',
  'write.consentWithdrawn': 'Sutikimas atšauktas',
  'write.customersArchived':
    '{count, plural, one {# klientas suarchyvuotas} few {# klientai suarchyvuoti} many {# kliento suarchyvuota} other {# klientų suarchyvuota}}',
  'write.customersUnarchived':
    '{count, plural, one {# klientas grąžintas iš archyvo} few {# klientai grąžinti iš archyvo} many {# kliento grąžinta iš archyvo} other {# klientų grąžinta iš archyvo}}',
  'write.suggestionsApplied':
    '{count, plural, one {Pritaikytas # pasiūlymas} few {Pritaikyti # pasiūlymai} many {Pritaikyta # pasiūlymo} other {Pritaikyta # pasiūlymų}}',
  'write.suggestionsDismissed':
    '{count, plural, one {Atmestas # pasiūlymas} few {Atmesti # pasiūlymai} many {Atmesta # pasiūlymo} other {Atmesta # pasiūlymų}}',
  'write.personErased': 'Ištrinta visam laikui',
  'write.unblocked': 'Išbraukta iš blokavimo sąrašo',
  'write.tasksCreated':
    '{count, plural, one {Pridėta # užduotis} few {Pridėtos # užduotys} many {Pridėta # užduoties} other {Pridėta # užduočių}}',
  'write.conflictSettled':
    '{count, plural, one {Išspręstas # prieštaravimas} few {Išspręsti # prieštaravimai} many {Išspręsta # prieštaravimo} other {Išspręsta # prieštaravimų}}',
  'write.leadTaken':
    '{count, plural, one {Priimta # interneto formos žinutė} few {Priimtos # interneto formų žinutės} many {Priimta # interneto formų žinutės} other {Priimta # interneto formų žinučių}}',
}
