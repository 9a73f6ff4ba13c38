import type { Talk } from '../market.ts'

export const pl: Talk = {
  products: [
    'Podłoga dębowa',
    'Drzwi wewnętrzne',
    'Panele akustyczne',
    'Blaty dębowe',
    'Stopnie schodowe',
    'Deska elewacyjna',
    'Deska tarasowa',
  ],
  deals: [
    '{product}, {n} m²',
    '{product} do nowego biura',
    '{product} do salonu',
    '{product} do lobby hotelowego',
    '{product}, drugi etap',
    '{product} – umowa roczna',
  ],
  tasks: [
    'Oddzwonić w sprawie oferty',
    'Wysłać próbki',
    'Przygotować kosztorys',
    'Przypomnieć o płatności',
    'Ustalić termin dostawy',
    'Podrzucić katalog',
    'Sprawdzić wymiary',
  ],
  first: [
    'meeting out interested|Rozmowa na targach|Zatrzymali się przy stoisku i długo oglądali próbki. Około {n} m², cena z montażem.|Wysłać cennik i próbki',
    'email in interested|Zapytanie ze strony|Pytają o dostępność i termin dostawy, mniej więcej {n} m².|Odpisać z terminem',
    'call out reached|Pierwsza rozmowa|Krótko przedstawiłem ofertę. Proszą o materiały, decyduje prezes.|Zadzwonić za tydzień',
  ],
  follow: [
    'call out reached|W sprawie próbek|Próbki dotarły, najbardziej podoba się mat. Porozmawiają ze wspólnikami.|Zadzwonić we wtorek',
    'call out callBack|Czy jest decyzja|Był na zebraniu, prosił o telefon po południu.|Oddzwonić po 14',
    'email out -|Katalog i ceny|Wysłałem nowy katalog i ceny z rabatem od {n} m².',
    'email in interested|Pytania o pielęgnację|Jaki olej i czy nadaje się na ogrzewanie podłogowe? Odpisałem, dołączyłem instrukcję.',
    'meeting out interested|Spotkanie w biurze|Przejrzeliśmy rysunki z kierownikiem projektu. Kolor trzeba dobrać do mebli.|Zawieźć większą próbkę',
    'visit out reached|Pomiar na budowie|Zmierzyłem pomieszczenia: {n} m², ściany nierówne.|Poprawić kosztorys',
    'chat in -|Wiadomość o kolorze|Przysłali zdjęcie i szukają podobnego odcienia.',
    'email out -|Przypomnienie|Przypomniałem o rozmowie i zaproponowałem spotkanie.',
  ],
  offer: [
    'email out -|Oferta: {product}|Wysłałem ofertę na {n} m² z dostawą i montażem, ważną 30 dni.|Zadzwonić za trzy dni',
    'call out reached|Czy oferta dotarła|Dotarła, porównują z jeszcze jednym dostawcą.',
    'meeting out interested|Omówienie oferty|Cena pasuje, martwi ich tylko termin.|Sprawdzić plan produkcji',
  ],
  bargain: [
    'call in reached|Prośba o rabat|Chcieli 7 %, stanęło na 4 % przy zaliczce 50 %.|Wysłać projekt umowy',
    'email in interested|Uwagi do umowy|Chcą 30 dni na płatność zamiast 14. Zgodziliśmy się na 21.',
  ],
  won: [
    'email in agreed|Umowa podpisana|Przyszła podpisana umowa, zaliczka wpłynęła dzisiaj.|Zlecić produkcję',
    'call in agreed|Potwierdzili zamówienie|Dostawa za trzy tygodnie.|Wystawić fakturę zaliczkową',
  ],
  lost: [
    'call out notInterested|Odmowa|Wybrali tańszego dostawcę. Zostajemy w kontakcie.|Zapytać za pół roku',
    'email in notInterested|Projekt odłożony|W tym roku wstrzymali inwestycje.',
  ],
  after: [
    'call out reached|Czy po montażu wszystko dobrze|Bardzo zadowoleni, jedne drzwi do regulacji.|Wysłać montera',
    'email in interested|Potrzebują więcej|Proszą o kolejne {n} m² w tym samym odcieniu.|Sprawdzić partię w magazynie',
    'email out -|Faktura i instrukcja|Wysłałem fakturę końcową i instrukcję pielęgnacji.',
  ],
  missed: [
    'call out noAnswer|Nie odebrał|Dzwoniłem dwa razy.|Spróbować jutro rano',
    'call in callBack|Nieodebrane połączenie|Dzwonili, gdy byłem na budowie.|Oddzwonić',
  ],
  notes: [
    'note - -|Kto decyduje|Decyduje dyrektor techniczny, nie dział zakupów.',
    'note - -|Dostawa|Duża ciężarówka nie wjedzie na podwórze.',
  ],
}
