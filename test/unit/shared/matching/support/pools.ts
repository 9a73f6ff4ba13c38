/** Name pools: family names come from beginnings and endings, so that there are enough. */
export type Pool = {
  given: readonly string[]
  families: readonly string[]
  streets: readonly string[]
  cities: readonly string[]
  address: (street: string, number: number) => string
}

const words = (text: string): string[] => text.split(' ')
const crossed = (starts: string, ends: string): string[] =>
  words(starts).flatMap((start) => words(ends).map((end) => start + end))

const en: Pool = {
  given: words(
    'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Charles Karen Daniel Nancy Matthew Lisa Anthony Betty Mark Margaret Donald Sandra Steven Ashley Paul Kimberly Andrew Emily Joshua Donna Kenneth Michelle Kevin Carol Brian Amanda George Dorothy Edward Melissa Ronald Deborah Timothy Stephanie Jason Rebecca Jeffrey Laura Ryan Sharon Jacob Cynthia Gary Kathleen Nicholas Amy Eric Angela Jonathan Shirley Stephen Anna Larry Brenda Justin Pamela Scott Emma Brandon Nicole Benjamin Helen Samuel Samantha',
  ),
  families: [
    ...words(
      'Smith Jones Williams Brown Taylor Davies Wilson Evans Thomas Johnson Roberts Walker Wright Thompson White Hughes Edwards Green Hall Wood Harris Clarke Jackson Turner Hill Scott Cooper Morris Ward Moore King Baker Campbell Mitchell Lee Cook Phillips Bailey Parker Bennett Price Cox',
    ),
    ...crossed(
      'Ash Black Brad Carl Dun Ellis East Far Gold Hart Holl King Lang Mar North Pem Rad Stan Thorn Whit',
      'ton ford ley wood worth field well by ham stone',
    ),
  ],
  streets: crossed(
    'High Church Park Mill Station London Victoria Green Manor Queen Elm Oak Maple Cedar Hill Lake River Spring Sunset Forest',
    '_Street _Road _Avenue _Lane _Close',
  ).map((street) => street.replace('_', ' ')),
  cities: words(
    'London Manchester Leeds Bristol Sheffield Norwich Oxford York Derby Exeter Cambridge Bath Luton Reading Preston Ipswich',
  ),
  address: (street, number) => `${number} ${street}`,
}

const lt: Pool = {
  given: words(
    'Jonas Ona Antanas Janina Juozas Marija Vytautas Irena Kazys Aldona Petras Danutė Tomas Kristina Mantas Rasa Darius Jurgita Andrius Eglė Lukas Ieva Marius Rūta Saulius Daiva Gintaras Aušra Rimantas Lina Algirdas Vida Arvydas Asta Valdas Živilė Šarūnas Gintarė Žygimantas Ugnė Rokas Gabija Dominykas Austėja Mindaugas Simona Povilas Laura Nerijus Inga Ramūnas Jolanta Česlovas Birutė Paulius Viktorija Edvinas Greta Karolis Monika',
  ),
  families: crossed(
    'Kazl Jank Petr Stank Vasil Žuk But Paul Urb Kavali Ram Balči Pet Nork Sim Mack Mork Rimk Sav Žem Dauk Čep Gud Ban Kair Lap Mal Nav Poc Raz Šim Tam Vait Žil Adom Bal Dam Gail',
    'auskas aitis evičius ūnas utis onis as ėnas elis kus',
  ),
  streets: crossed(
    'Gedimino Savanorių Vytauto Pramonės Liepų Taikos Žalgirio Ukmergės Basanavičiaus Tilžės Laisvės Maironio Kęstučio Mindaugo Birutės Donelaičio Sodų Miško Upės Ąžuolų Beržų Parko',
    '_g. _pr. _al.',
  ).map((street) => street.replace('_', ' ')),
  cities: words(
    'Vilnius Kaunas Klaipėda Šiauliai Panevėžys Alytus Utena Marijampolė Mažeikiai Jonava Kėdainiai Telšiai',
  ),
  address: (street, number) => `${street} ${number}`,
}

const ru: Pool = {
  given: words(
    'Александр Елена Сергей Ольга Дмитрий Наталья Алексей Татьяна Андрей Анна Иван Ирина Евгений Светлана Михаил Мария Николай Екатерина Владимир Юлия Павел Анастасия Максим Людмила Артём Галина Виктор Марина Игорь Валентина Олег Надежда Константин Любовь Денис Оксана Роман Вера Антон Ксения Юрий Дарья Вячеслав Алина Кирилл Полина Григорий Алёна Фёдор Жанна',
  ),
  families: crossed(
    'Иван Петр Сидор Козл Нов Мороз Волк Соловь Зайц Павл Семён Голуб Виноград Богдан Воробь Фёдор Михайл Беля Тарас Белов Комар Орл Кисел Макар Андре Ковал Ильин Гус Тит Кузьм Кудряв Баран Кули Алексе Степан Яковл Сорок Серге Роман Захар Щербак Хабар',
    'ов ев ин ский ченко',
  ),
  streets: words(
    'Ленина Советская Молодёжная Центральная Школьная Новая Садовая Лесная Набережная Мира Гагарина Пушкина Зелёная Полевая Луговая Победы Кирова Чехова',
  ).flatMap((name) => [`ул. ${name}`, `пер. ${name}`]),
  cities: words('Москва Казань Самара Омск Уфа Пермь Воронеж Саратов Тюмень Ижевск Барнаул Иркутск'),
  address: (street, number) => `${street}, д. ${number}`,
}

const fa: Pool = {
  given: words(
    'محمد فاطمه علی زهرا حسین مریم رضا زینب حسن سارا مهدی نرگس امیر لیلا احمد مینا مجید شیرین حمید نازنین سعید پریسا کاوه الهام بهرام نسرین داریوش سمیرا فرهاد ندا کیان یاسمن آرش گلناز بابک شبنم جواد آزاده پیمان سحر',
  ),
  families: crossed(
    'احمد محمد حسین رضا کریم رحیم موسو جعفر صادق قاسم اکبر نور هاشم سلیمان یوسف ابراهیم صالح شریف مراد عباس جلال کمال امین فرهاد بهرام تهران شیراز کرمان تبریز اصفهان',
    'ی یان پور زاده نژاد',
  ),
  streets: words(
    'آزادی ولیعصر انقلاب جمهوری شریعتی مطهری بهشتی طالقانی حافظ سعدی فردوسی مولوی کارگر گاندی میرداماد',
  ).map((name) => `خیابان ${name}`),
  cities: words('تهران مشهد اصفهان شیراز تبریز کرج اهواز قم رشت یزد'),
  address: (street, number) => `${street}، پلاک ${number}`,
}

const de: Pool = {
  given: words(
    'Peter Ursula Michael Monika Wolfgang Renate Klaus Helga Werner Karin Thomas Ingrid Jürgen Brigitte Andreas Sabine Stefan Petra Uwe Gisela Bernd Susanne Günter Claudia Ralf Birgit Frank Andrea Matthias Heike Jörg Anja Björn Tanja Sören Katrin Lukas Lena Jonas Mia Felix Hannah Maximilian Sophie Müjgan Käthe',
  ),
  families: [
    ...words(
      'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Köhler Herrmann König Walter Mayer Huber',
    ),
    ...crossed(
      'Stein Berg Wald Eich Roß Grün Gold Rosen Linden Kirch Hoch Alten Neu Ober Unter',
      'berg mann bach hauser meier feld brück stein hofer',
    ),
  ],
  streets: crossed(
    'Haupt Bahnhof Schul Garten Berg Linden Kirch Wald Ring Wiesen Mühlen Goethe Schiller Beethoven Mozart Rosen',
    'straße weg allee platz gasse',
  ),
  cities: words(
    'Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen Bremen Dresden Nürnberg',
  ),
  address: (street, number) => `${street} ${number}`,
}

export const POOLS = { en, lt, ru, fa, de } as const
