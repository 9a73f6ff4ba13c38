type Words = Readonly<Record<string, string | ((args: Record<string, string>, formatter: Formatter) => string)>>
type Formatter = {
  number: (value: unknown) => string
  select: (options: Record<string, string | (() => string)>, value: unknown) => string
}

/**
 * What React Aria's components say by themselves to screen readers, in Persian, which they do not speak: by their parts
 * and keys. `build/component-words.ts` adds them to the components' own dictionaries; what lacks here stays English.
 */
export const persianComponentWords: Readonly<Record<string, Words>> = {
  overlays: { dismiss: 'بستن' },
  searchfield: { 'Clear search': 'پاک کردن جستجو' },
  spinbutton: { Empty: 'خالی' },
  menu: { longPressMessage: 'برای باز کردن منو نگه دارید یا Alt و کلید پایین را بزنید' },
  numberfield: {
    decrease: ({ fieldLabel }) => `کم کردن ${fieldLabel}`,
    increase: ({ fieldLabel }) => `زیاد کردن ${fieldLabel}`,
    numberField: 'خانهٔ عدد',
  },
  combobox: {
    focusAnnouncement: ({ groupTitle, groupCount, isGroupChange, optionText, isSelected }, formatter) =>
      `${formatter.select({ true: `گروه ${groupTitle} با ${formatter.number(groupCount)} گزینه. `, other: '' }, isGroupChange)}${optionText}${formatter.select({ true: '، انتخاب‌شده', other: '' }, isSelected)}`,
    countAnnouncement: ({ optionCount }, formatter) => `${formatter.number(optionCount)} گزینه هست.`,
    selectedAnnouncement: ({ optionText }) => `${optionText}، انتخاب شد`,
    buttonLabel: 'نمایش گزینه‌ها',
    listboxLabel: 'گزینه‌ها',
  },
  datepicker: {
    era: 'دوره',
    year: 'سال',
    month: 'ماه',
    day: 'روز',
    hour: 'ساعت',
    minute: 'دقیقه',
    second: 'ثانیه',
    dayPeriod: 'صبح یا عصر',
    calendar: 'تقویم',
    startDate: 'تاریخ شروع',
    endDate: 'تاریخ پایان',
    weekday: 'روز هفته',
    timeZoneName: 'منطقهٔ زمانی',
    selectedDateDescription: ({ date }) => `تاریخ انتخاب‌شده: ${date}`,
    selectedRangeDescription: ({ startDate, endDate }) => `بازهٔ انتخاب‌شده: ${startDate} تا ${endDate}`,
    selectedTimeDescription: ({ time }) => `زمان انتخاب‌شده: ${time}`,
  },
  calendar: {
    previous: 'قبلی',
    next: 'بعدی',
    selectedDateDescription: ({ date }) => `تاریخ انتخاب‌شده: ${date}`,
    selectedRangeDescription: ({ dateRange }) => `بازهٔ انتخاب‌شده: ${dateRange}`,
    todayDate: ({ date }) => `امروز، ${date}`,
    todayDateSelected: ({ date }) => `امروز، ${date}، انتخاب‌شده`,
    dateSelected: ({ date }) => `${date}، انتخاب‌شده`,
    startRangeSelectionPrompt: 'برای شروع بازه بزنید',
    finishRangeSelectionPrompt: 'برای پایان بازه بزنید',
    minimumDate: 'نخستین تاریخ ممکن',
    maximumDate: 'آخرین تاریخ ممکن',
    dateRange: ({ startDate, endDate }) => `${startDate} تا ${endDate}`,
  },
}
