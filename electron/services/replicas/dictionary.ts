/**
 * What deflate is given to start from (RFC 1950, 2.2): names and choices that records of a book have in common, the
 * most frequent last. What was packed with it is only unpacked with it, byte for byte: another one is a new packing.
 */
export const DICTIONARY = Buffer.from(
  [
    ',"outcome":"outcome:agreed","outcome":"outcome:notInterested","outcome":"outcome:noAnswer","outcome":"outcome:callBack',
    ',"probability":,"lostReason":"lostReason:price","wonReason":","industry":"industry:construction","size":"website":"https://www.',
    ',"preferredChannel":"channel:chat","source":"source:coldCall","source":"source:partner","source":"source:walkIn',
    ',"source":"source:social","source":"source:referral","source":"source:website","source":"source:fair","sourceDetail":"',
    ',"status":"disqualified","status":"former","status":"lost","status":"won","status":"open","status":"customer","status":"prospect","status":"lead"',
    ',"language":"ru","language":"fa","language":"de","language":"pl","language":"lt","language":"en"',
    ',"stageId":"stage:new","stageId":"stage:proposal","stageId":"stage:qualified","stageId":"stage:negotiation","closedAt":"',
    ',"mergedInto":","deletedAt":","erasedAt":","sha256":","mime":"image/jpeg","mime":"application/pdf","name":","size":',
    ',"consents/":{"purpose":"purpose:offers","channel":"email","state":"given","state":"withdrawn","basis":"consent"}',
    ',"interests/","custom/","birthday":","role":","notes":","region":","jobTitle":","vatNumber":"',
    ',"kind":"company","companyName":","kind":"person","givenName":","familyName":"',
    ',"addresses/":{"kind":"billing","street":","city":","region":","postcode":","country":"',
    ',"phones/":{"value":"+44 7700 900","e164":"+370","label":"mobile","primary":true}',
    ',"emails/":{"value":"info@gmail.com","label":"home","label":"work","primary":true},"tags/":true',
    ',"pipelineId":"pipeline:sales","value":,"currency":"EUR","expectedClose":"202,"order":"a0","stageEnteredAt/stage:',
    ',"due":"202,"dueTime":","doneAt":","title":"',
    '{"table":"lists","id":"{"table":"settings","id":"{"table":"attachments","id":"{"table":"tasks","id":"{"table":"deals","id":"{"table":"customers","id":"',
    '{"table":"history","id":"019","values":{"recordTable":"deals","recordTable":"interactions","recordTable":"customers","recordId":"019',
    ',"writeId":"019","what":"create","what":"import","what":"edit","what":"delete","changes":[{"path":"","before":"","after":"","replaced":"m',
    '{"table":"interactions","id":"019","values":{"createdAt":"2026-01-01T10:05:00.000Z","at":"2026-01-01T10:15:00.000Z"',
    ',"channel":"channel:social","channel":"channel:note","channel":"channel:chat","channel":"channel:visit","channel":"channel:meeting","channel":"channel:email","channel":"channel:call"',
    ',"direction":"incoming","direction":"outgoing","duration":,"companyId":"019,"dealId":"019,"customerId":"019',
    ',"owner":"owner:,"subject":","text":","outcome":"outcome:interested","outcome":"outcome:reached","nextStep":"',
    '"},"stamp":"m","stamps":{":"m',
  ].join(''),
  'utf8',
)
