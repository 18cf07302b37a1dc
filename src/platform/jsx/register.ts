import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'rolldown/utils';

// React reads this once, when it is first loaded; without it the slow, chatty development build would render the pages.
process.env.NODE_ENV ??= 'production';

/**
 * Lets this process import .tsx: Node strips types but leaves JSX. Import this module before any module that imports a
 * view; plain .ts stays with Node. Costs some 50 ms once and about 1 ms a view.
 */
registerHooks({
  load(url, context, nextLoad) {
    if (!/^file:.*\.tsx(\?|$)/.test(url)) return nextLoad(url, context);
    const path = fileURLToPath(url);
    return { format: 'module', shortCircuit: true, source: javaScriptOf(path, readFileSync(path, 'utf8')) };
  },
});

function javaScriptOf(path: string, source: string): string {
  const { code, errors } = transformSync(path, source, {
    lang: 'tsx',
    sourceType: 'module',
    sourcemap: false,
    // The nearest tsconfig.json must not decide what runs: type checking and running are kept apart.
    tsconfig: false,
    typescript: { onlyRemoveTypeImports: true },
    jsx: { runtime: 'automatic', development: false },
  });
  if (errors.length > 0) {
    throw new SyntaxError(`${path}\n${errors.map((error) => error.message).join('\n')}`);
  }
  return code;
}
