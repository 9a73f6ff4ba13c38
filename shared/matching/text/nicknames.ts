import { foldName } from './fold-name.ts'

/** First the full name, then the short ones that stand for no other. English, Russian, German, Lithuanian. */
const FAMILIARS = [
  'robert rob bob bobby robbie',
  'william will bill billy willy',
  'richard rick dick rich ricky',
  'james jim jimmy jamie',
  'john jack johnny',
  'michael mike mick mickey',
  'thomas tom tommy',
  'charles charlie chuck',
  'edward ed eddie ted teddy ned',
  'joseph joe joey',
  'anthony tony',
  'andrew andy drew',
  'daniel dan danny',
  'david dave davey',
  'steven steve stephen stephan stefan',
  'matthew matt',
  'christopher chris kit',
  'benjamin ben benny',
  'samuel sam sammy',
  'gregory greg',
  'kenneth ken kenny',
  'ronald ron ronnie',
  'donald don donnie',
  'lawrence larry',
  'nicholas nick nicky',
  'peter pete',
  'timothy tim timmy',
  'elizabeth liz beth betty lizzie eliza',
  'margaret maggie peggy meg',
  'katherine kate kathy katie catherine kathryn',
  'jennifer jenny jen',
  'rebecca becky',
  'susan sue susie',
  'deborah debbie deb',
  'patricia pat patty trish',
  'barbara barb barbie',
  'victoria vicky',
  'александр саша шура саня sasha',
  'алексей леша алеша',
  'дмитрий дима митя dima',
  'михаил миша misha',
  'владимир вова володя',
  'николай коля',
  'сергей сережа',
  'иван ваня',
  'евгений женя',
  'павел паша',
  'константин костя',
  'мария маша masha',
  'екатерина катя',
  'анастасия настя',
  'наталья наташа наталия',
  'татьяна таня',
  'елена лена',
  'ольга оля',
  'светлана света',
  'людмила люда мила',
  'johann hans johannes',
  'friedrich fritz',
  'heinrich heinz',
  'wilhelm willi',
  'maximilian max',
  'aleksandras aleksas',
  'juozas juozapas',
]

const byName = new Map<string, string>()

/** The full name that a short one stands for, undefined for one not in the list; both in `looseSpelling`. */
export const nicknameKey = (loose: string): string | undefined => byName.get(loose)

for (const line of FAMILIARS) {
  const names = line.split(' ').map(foldName)
  for (const name of names) if (!byName.has(name)) byName.set(name, names[0] ?? name)
}
