import type { Talk } from '../market.ts'

export const et: Talk = {
  products: ['Tammepõrand', 'Siseuksed', 'Akustilised paneelid', 'Trepiastmed', 'Terrassilaud'],
  deals: ['{product}, {n} m²', '{product} uude kontorisse', '{product} hotellile', '{product}, teine etapp'],
  tasks: [
    'Helistada pakkumise asjus',
    'Saata näidised',
    'Koostada eelarve',
    'Leppida kokku tarneaeg',
    'Meenutada arvet',
  ],
  first: [
    'meeting out interested|Vestlus messil|Peatus meie stendi juures, huvi {n} m² vastu koos paigaldusega.|Saata hinnad ja näidised',
    'email in interested|Päring kodulehelt|Küsib laoseisu ja tarneaega.|Vastata tarneaja kohta',
  ],
  follow: [
    'call out reached|Näidiste kohta|Näidised käes, kõige rohkem meeldib matt pind.|Helistada teisipäeval',
    'email out -|Kataloog ja hinnad|Saatsin uue kataloogi ja hinnad soodustusega alates {n} m².',
    'meeting out interested|Kohtumine kontoris|Vaatasime joonised läbi, toon peab mööbliga sobima.|Viia suurem näidis',
    'visit out reached|Mõõtmine objektil|Mõõtsin ruumid üle: {n} m².|Täpsustada eelarvet',
    'chat in -|Sõnum tooni kohta|Saatis pildi ja otsib sarnast tooni.',
    'call out callBack|Kas otsus on tehtud|Oli koosolekul, palus pärast lõunat helistada.|Helistada tagasi',
  ],
  offer: [
    'email out -|Pakkumine: {product}|Saatsin pakkumise {n} m² kohta koos tarne ja paigaldusega.|Helistada kolme päeva pärast',
    'call out reached|Kas pakkumine jõudis kohale|Jõudis, võrdlevad veel ühe tarnijaga.',
  ],
  bargain: [
    'call in reached|Küsib allahindlust|Soovis 7 %, leppisime kokku 4 % poole ettemaksuga.|Saata lepingu kavand',
  ],
  won: ['email in agreed|Leping allkirjastatud|Allkirjastatud leping käes, ettemaks tasutud.|Tellida tootmine'],
  lost: ['call out notInterested|Loobus|Valis odavama tarnija.|Küsida poole aasta pärast'],
  after: [
    'call out reached|Kas pärast paigaldust on kõik korras|Väga rahul.',
    'email in interested|Vaja juurde|Soovib veel {n} m² samas toonis.|Kontrollida ladu',
  ],
  missed: ['call out noAnswer|Ei vastanud|Helistasin kaks korda.|Proovida homme hommikul'],
  notes: ['note - -|Kes otsustab|Otsustab tehniline direktor.'],
}
