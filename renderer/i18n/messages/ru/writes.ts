import type { writes as en } from '../en/writes.ts'

export const writes: Record<keyof typeof en, string> = {
  'write.bookCreated': 'Книга создана',
  'write.sampleLoaded': 'Книга-образец загружена',
  'write.customerCreated': 'Клиент «{name}» добавлен',
  'write.customerChanged': 'Клиент «{name}» изменён',
  'write.customersChanged':
    '{count, plural, one {Изменён # клиент} few {Изменены # клиента} many {Изменено # клиентов} other {Изменено # клиента}}',
  'write.customersTagged':
    '{count, plural, one {Изменены метки # клиента} few {Изменены метки # клиентов} many {Изменены метки # клиентов} other {Изменены метки # клиента}}',
  'write.customersDeleted':
    '{count, plural, one {Удалён # клиент} few {Удалены # клиента} many {Удалено # клиентов} other {Удалено # клиента}}',
  'write.dealCreated': 'Сделка «{name}» добавлена',
  'write.dealChanged': 'Сделка «{name}» изменена',
  'write.dealMoved': '«{name}» перенесена на этап «{stage}»',
  'write.dealWon': 'Сделка «{name}» выиграна',
  'write.dealLost': 'Сделка «{name}» проиграна',
  'write.dealReopened': 'Сделка «{name}» снова открыта',
  'write.dealsDeleted':
    '{count, plural, one {Удалена # сделка} few {Удалены # сделки} many {Удалено # сделок} other {Удалено # сделки}}',
  'write.interactionLogged': 'Взаимодействие записано',
  'write.interactionChanged': 'Взаимодействие изменено',
  'write.interactionDeleted': 'Взаимодействие удалено',
  'write.taskCreated': 'Задача «{name}» добавлена',
  'write.taskChanged': 'Задача «{name}» изменена',
  'write.taskDone': 'Задача «{name}» выполнена',
  'write.taskReopened': 'Задача «{name}» снова открыта',
  'write.taskDeleted': 'Задача «{name}» удалена',
  'write.pipelineChanged': 'Воронка изменена',
  'write.pipelineDeleted': 'Воронка удалена',
  'write.listChanged': 'Список изменён',
  'write.viewSaved': 'Вид «{name}» сохранён',
  'write.viewDeleted': 'Вид «{name}» удалён',
  'write.settingsChanged': 'Настройки изменены',
  'write.attachmentAdded': 'Файл «{name}» добавлен',
  'write.attachmentDeleted': 'Файл «{name}» удалён',
  'write.imported':
    '{count, plural, one {Импортирована # запись} few {Импортированы # записи} many {Импортировано # записей} other {Импортировано # записи}}',
  'write.importUndone': 'Импорт отменён',
  'write.restored': 'Восстановлено из корзины',
  'write.backupRestored': 'Резервная копия восстановлена',
  'write.undone': 'Отменено',
  'write.redone': 'Повторено',
}
