import { common, known, real } from './providers.ts'

/** More providers where anyone gets an address, rarer than those that slips are looked for in. */
const rarer = [
  'mail.com gmx.com gmx.at gmx.ch tutanota.com tuta.io zoho.com inbox.com arcor.de posteo.de mailbox.org centras.lt',
  'tvnet.lv internet.ru i.ua meta.ua tut.by mihanmail.ir mail.ir op.pl poczta.fm seznam.cz centrum.cz azet.sk free.fr',
  'laposte.net sfr.fr virgilio.it tiscali.it btinternet.com outlook.de outlook.fr live.co.uk yahoo.it qq.com 163.com',
  '126.com sina.com naver.com hanmail.net daum.net rediffmail.com uol.com.br bol.com.br terra.com.br',
]

const providers = new Set([...common, ...known, ...real, ...rarer.join(' ').split(' ')])

/** The part after the last `@`, in lower case; undefined where there is none. */
export const domainOf = (email: string): string | undefined => {
  const at = email.lastIndexOf('@')
  const domain =
    at < 0
      ? ''
      : email
          .slice(at + 1)
          .trim()
          .toLowerCase()
  return domain.includes('.') ? domain : undefined
}

/** Whether anyone may have an address at this domain (in lower case): it says nothing about a company. */
export const isFreeMail = (domain: string): boolean => providers.has(domain)
