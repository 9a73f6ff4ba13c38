import type { Talk } from '../market.ts'

export const lv: Talk = {
  products: ['Ozolkoka grīdas', 'Iekšdurvis', 'Akustiskie paneļi', 'Kāpņu pakāpieni', 'Terases dēļi'],
  deals: ['{product}, {n} m²', '{product} jaunajam birojam', '{product} viesnīcai', '{product}, otrā kārta'],
  tasks: [
    'Atzvanīt par piedāvājumu',
    'Nosūtīt paraugus',
    'Sagatavot tāmi',
    'Saskaņot piegādes datumu',
    'Atgādināt par rēķinu',
  ],
  first: [
    'meeting out interested|Saruna izstādē|Apstājās pie mūsu stenda, interesē {n} m² ar montāžu.|Nosūtīt cenas un paraugus',
    'email in interested|Pieprasījums no mājaslapas|Jautā par pieejamību un piegādes laiku.|Atbildēt par termiņiem',
  ],
  follow: [
    'call out reached|Par paraugiem|Paraugi saņemti, vislabāk patīk matētā virsma.|Piezvanīt otrdien',
    'email out -|Katalogs un cenas|Nosūtīju jauno katalogu un cenas ar atlaidi no {n} m².',
    'meeting out interested|Tikšanās birojā|Izskatījām rasējumus, krāsa jāpieskaņo mēbelēm.|Aizvest lielāku paraugu',
    'visit out reached|Uzmērīšana objektā|Izmērīju telpas: {n} m².|Precizēt tāmi',
    'chat in -|Ziņa par krāsu|Atsūtīja foto, meklē līdzīgu toni.',
    'call out callBack|Vai ir lēmums|Bija sapulcē, lūdza piezvanīt pēcpusdienā.|Atzvanīt',
  ],
  offer: [
    'email out -|Piedāvājums: {product}|Nosūtīju piedāvājumu par {n} m² ar piegādi un montāžu.|Piezvanīt pēc trim dienām',
    'call out reached|Vai piedāvājums saņemts|Saņemts, salīdzina ar vēl vienu piegādātāju.',
  ],
  bargain: ['call in reached|Lūdz atlaidi|Lūdza 7 %, vienojāmies par 4 % ar 50 % avansu.|Nosūtīt līguma projektu'],
  won: ['email in agreed|Līgums parakstīts|Saņēmu parakstītu līgumu, avanss samaksāts.|Pasūtīt ražošanu'],
  lost: ['call out notInterested|Atteica|Izvēlējās lētāku piegādātāju.|Pajautāt pēc pusgada'],
  after: [
    'call out reached|Vai pēc montāžas viss kārtībā|Ļoti apmierināti.',
    'email in interested|Vajag vēl|Lūdz vēl {n} m² tajā pašā tonī.|Pārbaudīt noliktavā',
  ],
  missed: ['call out noAnswer|Neatbildēja|Zvanīju divreiz.|Mēģināt rīt no rīta'],
  notes: ['note - -|Kas lemj|Lemj tehniskais direktors.'],
}
