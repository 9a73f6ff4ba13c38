import type { Talk } from '../market.ts'

export const de: Talk = {
  products: [
    'Eichenparkett',
    'Innentüren',
    'Akustikpaneele',
    'Arbeitsplatten aus Eiche',
    'Treppenstufen',
    'Fassadenholz',
    'Terrassendielen',
    'Wandverkleidung',
  ],
  deals: [
    '{product}, {n} m²',
    '{product} fürs neue Büro',
    '{product} für den Ausstellungsraum',
    '{product} für die Hotellobby',
    '{product}, zweiter Bauabschnitt',
    '{product} – Rahmenvertrag',
  ],
  tasks: [
    'Wegen des Angebots zurückrufen',
    'Muster schicken',
    'Kalkulation erstellen',
    'An die Zahlung erinnern',
    'Liefertermin abstimmen',
    'Katalog vorbeibringen',
    'Zum Geburtstag gratulieren',
    'Maße prüfen',
  ],
  first: [
    'meeting out interested|Gespräch auf der Messe|War am Stand und hat sich die Muster lange angesehen. Etwa {n} m², Preis mit Montage gewünscht.|Preisliste und Muster schicken',
    'email in interested|Anfrage über die Website|Fragt nach Lagerbestand und Lieferzeit für rund {n} m².|Lieferzeit nennen',
    'call out reached|Telefonisch vorgestellt|Kurz erklärt, was wir machen. Unterlagen gewünscht, der Geschäftsführer entscheidet.|In einer Woche anrufen',
  ],
  follow: [
    'call out reached|Wegen der Muster|Muster sind da, die matte Oberfläche gefällt am besten. Abstimmung mit den Partnern.|Nächsten Dienstag anrufen',
    'call out callBack|Schon entschieden?|In einer Besprechung, Rückruf nach dem Mittag.|Nach 14 Uhr anrufen',
    'email out -|Katalog und Preise|Neuen Katalog und Staffelpreise ab {n} m² geschickt.',
    'email in interested|Fragen zur Pflege|Welches Öl, und passt es zur Fußbodenheizung? Beantwortet, Pflegeanleitung angehängt.',
    'meeting out interested|Termin im Büro|Pläne mit der Projektleiterin durchgesehen. Farbton soll zu den Möbeln passen.|Größeres Muster mitbringen',
    'visit out reached|Aufmaß vor Ort|Räume aufgemessen: {n} m², Untergrund uneben.|Kalkulation anpassen',
    'chat in -|Nachricht zum Farbton|Foto geschickt, sucht einen ähnlichen Ton. Zwei vorgeschlagen.',
    'social in interested|Kommentar unter einem Foto|Möchte so etwas für ein Café.|Direkt anschreiben',
    'email out -|Kurze Erinnerung|An unser Gespräch erinnert und einen Termin vorgeschlagen.',
  ],
  offer: [
    'email out -|Angebot: {product}|Angebot über {n} m² mit Lieferung und Montage geschickt, 30 Tage gültig.|In drei Tagen nachfragen',
    'meeting out interested|Angebot durchgesprochen|Preis passt, nur der Termin macht Sorgen.|Produktionsplan prüfen',
    'call out reached|Angebot angekommen?|Ja, ein Mitbewerber ist noch im Rennen. Qualität der Montage zählt mehr als der Preis.',
  ],
  bargain: [
    'call in reached|Fragt nach Rabatt|Wollte 7 %, auf 4 % bei halber Anzahlung geeinigt.|Vertragsentwurf schicken',
    'meeting out agreed|Vertrag besprochen|Nur die Gewährleistung ist noch offen.|Auf die Juristin warten',
    'email in interested|Anmerkungen zum Vertrag|Zahlungsziel 30 statt 14 Tage gewünscht, auf 21 geeinigt.',
  ],
  won: [
    'email in agreed|Vertrag unterschrieben|Unterschriebener Vertrag ist da, Anzahlung kam heute.|Produktion beauftragen',
    'call in agreed|Auftrag bestätigt|Lieferung in drei Wochen.|Anzahlungsrechnung stellen',
  ],
  lost: [
    'call out notInterested|Absage|Hat sich für einen günstigeren Anbieter entschieden. Wir bleiben in Kontakt.|In einem halben Jahr nachfragen',
    'email in notInterested|Projekt verschoben|Investitionen sind dieses Jahr gestoppt.',
  ],
  after: [
    'call out reached|Alles gut nach der Montage?|Sehr zufrieden, an einer Tür müssen die Bänder nachgestellt werden.|Monteur schicken',
    'email in interested|Nachbestellung|Braucht noch {n} m² im selben Farbton.|Charge im Lager prüfen',
    'email out -|Rechnung und Pflegehinweise|Schlussrechnung und Pflegehinweise geschickt.',
    'chat in -|Dank|Fotos der fertigen Räume geschickt, dürfen wir verwenden.',
  ],
  missed: [
    'call out noAnswer|Nicht erreicht|Zweimal angerufen, niemand da.|Morgen früh versuchen',
    'call in callBack|Anruf verpasst|Hat angerufen, als ich auf der Baustelle war.|Zurückrufen',
  ],
  notes: [
    'note - -|Entscheider|Es entscheidet der technische Leiter, nicht der Einkauf.',
    'note - -|Lieferung|Kein großer Lkw im Hof möglich.',
    'note - -|Nach dem Gespräch|Eröffnen nächstes Jahr eine weitere Filiale.',
  ],
}
