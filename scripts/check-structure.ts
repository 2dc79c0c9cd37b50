/** `npm run check:structure`: import rules and sizes of the whole tree. */
import { importProblems } from './import-rules.ts';
import { sizeProblems } from './size-rules.ts';
import { sourceFiles } from './source-files.ts';

const files = sourceFiles(`${import.meta.dirname}/..`);
const problems = [...importProblems(files), ...sizeProblems(files)];
for (const problem of problems) console.error(problem);
console.log(`${files.length} files checked, ${problems.length} problems`);
process.exitCode = problems.length > 0 || files.length === 0 ? 1 : 0;
