export { cleanupFilter, type HealthCheck, healthChecks, healthFilter } from './health.ts'
export { createKnowledge } from './knowledge.ts'
export { pathsOf, suggest } from './suggest.ts'
export { type Reason, type Suggestion, type SuggestionKind, suggestionKinds } from './suggestion.ts'
