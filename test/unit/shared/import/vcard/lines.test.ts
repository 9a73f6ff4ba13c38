import { describe, expect, it } from 'vitest'

import { bytesOf, card, cardsIn, cardText, latin, tableIn } from './read-text.ts'

describe('lines of a card', () => {
  it.each(['\n', '\r', '\r\n', '\r\r\n'])('end in %j', (end) => {
    const { cards } = cardsIn(cardText('FN:Ona', 'NOTE:first', '  second', 'TITLE:Head').replaceAll('\r\n', end))
    expect(cards).toMatchObject([{ fullName: 'Ona', notes: ['first second'], title: 'Head' }])
  })

  it('are whole again where a fold cut a letter in two', () => {
    const bytes = bytesOf(cardText('FN:Žydrūnė'))
    const cut = bytes.indexOf(0xc5) + 1
    const folded = new Uint8Array([...bytes.subarray(0, cut), 13, 10, 32, ...bytes.subarray(cut)])
    expect(cardsIn(folded).cards[0]?.fullName).toBe('Žydrūnė')
  })

  it('go on after the soft break of quoted-printable, and end with a blank line', () => {
    const read = card(
      'VERSION:2.1',
      'NOTE;ENCODING=QUOTED-PRINTABLE:one=20=',
      'two=0D=0A=',
      '=',
      '=3Bend=',
      '',
      'FN:Ona',
    )
    expect(read).toMatchObject({ notes: ['one two\n;end'], fullName: 'Ona' })
  })

  it('keep a soft break from the end of the card', () => {
    expect(cardsIn(cardText('NOTE;QUOTED-PRINTABLE:abc=')).cards).toMatchObject([{ notes: ['abc'] }])
  })

  it('hold base64 that runs on unfolded', () => {
    const photo = Buffer.from([0xff, 0xd8, 0xff, ...Array.from({ length: 90 }, (_, at) => at)]).toString('base64')
    const parts = photo.match(/.{1,40}/g) ?? []
    const read = card('VERSION:2.1', `PHOTO;JPEG;BASE64:${parts[0]}`, ...parts.slice(1), '', 'FN:Ona')
    expect(read.photo).toMatchObject({ type: 'image/jpeg' })
    expect(read.photo?.bytes).toHaveLength(93)
    expect(read.fullName).toBe('Ona')
  })
})

describe('cards of a file', () => {
  it('end where they are not closed, and leave out what stands between', () => {
    const text = 'garbage: 1\nBEGIN:VCARD\nFN:One\nbegin : vcard\nFN:Two\nEND:VCARD\nFN:Nobody\nBEGIN:VCARD\nFN:Three'
    expect(cardsIn(text).cards.map(({ number, fullName }) => [number, fullName])).toEqual([
      [1, 'One'],
      [2, 'Two'],
      [3, 'Three'],
    ])
  })

  it('do not take in the cards inside them', () => {
    const agent = ['AGENT:', 'BEGIN:VCARD', 'FN:Agent', 'AGENT:', 'BEGIN:VCARD', 'FN:Deeper', 'END:VCARD', 'END:VCARD']
    const { cards, leftOut } = cardsIn(cardText('FN:Boss', ...agent, 'TITLE:Head') + cardText('FN:Next'))
    expect(cards).toMatchObject([{ fullName: 'Boss', title: 'Head' }, { fullName: 'Next' }])
    expect([...leftOut]).toEqual([['AGENT', 1]])
  })
})

describe('the encoding', () => {
  it('is that which a property names, or else that of the file', () => {
    const bytes = latin(
      cardText(
        'VERSION:2.1',
        'FN;CHARSET=windows-1251:\xcf\xb8\xf2\xf0',
        'TITLE;CHARSET=UTF-8:\xc5\xbdinovas',
        'ORG;CHARSET=windows-1257;ENCODING=QUOTED-PRINTABLE:=D0ilas',
        'NOTE;CHARSET=no-such-thing:\xc5\xbd',
      ),
    )
    expect(cardsIn(bytes).cards).toMatchObject([{ fullName: 'Пётр', title: 'Žinovas', company: 'Šilas', notes: ['Ž'] }])
  })

  it('is found for files in one of Windows', () => {
    const text = cardText(
      'N:\xce\xf1\xee\xea\xe8\xed;\xcf\xb8\xf2\xf0',
      'ORG:\xcb\xe5\xf1\xed\xee\xe9 \xe4\xe2\xee\xf0',
    )
    expect(cardsIn(latin(text))).toMatchObject({
      encoding: 'windows-1251',
      cards: [{ familyName: 'Осокин', givenName: 'Пётр', company: 'Лесной двор' }],
    })
  })

  it.each(['utf-16le', 'utf-16be'])('is found for %s', (label) => {
    const text = cardText('FN:Žydrūnė', 'ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C5=A0ilas „Ūla“')
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
    if (label === 'utf-16be') bytes.swap16()
    expect(cardsIn(new Uint8Array(bytes))).toMatchObject({
      encoding: label,
      cards: [{ fullName: 'Žydrūnė', company: 'Šilas „Ūla“' }],
    })
  })
})

describe('what is not understood', () => {
  it('is counted by name', () => {
    const text = cardText('FN:A', 'IMPP:xmpp:a', 'X-QQ:1', 'no colon here') + cardText('FN:B', 'x-qq:2', '9%!:3')
    expect(tableIn(text).leftOut).toEqual([
      { property: '?', count: 2 },
      { property: 'X-QQ', count: 2 },
      { property: 'IMPP', count: 1 },
    ])
  })
})
