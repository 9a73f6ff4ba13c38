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
  'write.fieldsChanged': 'Поля изменены',
  'write.fieldConverted': 'Тип поля изменён',
  'write.segmentSaved': 'Сегмент «{name}» сохранён',
  'write.segmentDeleted': 'Сегмент «{name}» удалён',
  'write.customersMerged':
    '{count, plural, one {Объединена # группа дублей} few {Объединены # группы дублей} many {Объединено # групп дублей} other {Объединено # группы дублей}}',
  'write.notSameMarked': 'Отмечено: это разные клиенты',
  'write.notSameRevoked': 'Отметка «не одно и то же» снята',
  'write.mergeUndone': 'Объединение отменено',
  'write.consentChanged': 'Согласие записано',
  'write.consentWithdrawn': 'Согласие отозвано',
  'write.customersArchived':
    '{count, plural, one {# клиент перемещён в архив} few {# клиента перемещены в архив} many {# клиентов перемещены в архив} other {# клиента перемещены в архив}}',
  'write.customersUnarchived':
    '{count, plural, one {# клиент возвращён из архива} few {# клиента возвращены из архива} many {# клиентов возвращены из архива} other {# клиента возвращены из архива}}',
  'write.suggestionsApplied':
    '{count, plural, one {Применено # предложение} few {Применены # предложения} many {Применено # предложений} other {Применено # предложения}}',
  'write.suggestionsDismissed':
    '{count, plural, one {Отклонено # предложение} few {Отклонены # предложения} many {Отклонено # предложений} other {Отклонено # предложения}}',
  'write.personErased': 'Удалено навсегда',
  'write.unblocked': 'Убрано из списка блокировки',
  'write.tasksCreated':
    '{count, plural, one {Добавлена # задача} few {Добавлены # задачи} many {Добавлено # задач} other {Добавлено # задачи}}',
  'write.conflictSettled':
    '{count, plural, one {Решено # противоречие} few {Решено # противоречия} many {Решено # противоречий} other {Решено # противоречия}}',
  'write.leadTaken':
    '{count, plural, one {Принято # сообщение с сайта} few {Принято # сообщения с сайта} many {Принято # сообщений с сайта} other {Принято # сообщения с сайта}}',
}
