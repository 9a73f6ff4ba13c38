/** The system's key store: seals with what stands for its key, as Chromium's os_crypt marks what it sealed. */
export const fakeSafeStorage = () => {
  const state = { backend: 'gnome_libsecret', available: true, prefix: 'v11', fails: false }
  const fail = () => {
    if (state.fails) throw new Error('the key ring is locked')
  }
  return {
    state,
    getSelectedStorageBackend: () => state.backend,
    isAsyncEncryptionAvailable: async () => state.available,
    encryptStringAsync: async (text: string) => {
      fail()
      return Buffer.from(state.prefix + [...text].reverse().join(''), 'latin1')
    },
    decryptStringAsync: async (sealed: Buffer) => {
      fail()
      if (sealed.toString('latin1', 0, 3) !== state.prefix) throw new Error('not sealed here')
      return { shouldReEncrypt: false, result: [...sealed.toString('latin1', 3)].reverse().join('') }
    },
  }
}
