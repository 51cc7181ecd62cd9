import { Icon } from '#app/ui/icon.tsx';

/** Why none of these models runs here, what does, and how to get there. */
export function WithoutGpu({ kind }: { readonly kind: 'no-webgpu' | 'no-adapter' }) {
  return (
    <section className="models-notice" aria-label="No WebGPU">
      <Icon name="warning" size={18} />
      <div>
        <p>
          <strong>
            {kind === 'no-webgpu'
              ? 'This browser does not offer WebGPU, which these models need.'
              : 'WebGPU is here, but it finds no graphics processor that it can use.'}
          </strong>{' '}
          Everything else works: the models that come with the page need none, and runs of others can be
          imported and stepped through.
        </p>
        <details>
          <summary>How to get it</summary>
          <ul className="models-hints">
            <li>
              Chrome or Edge 113 and later have it on Windows, macOS and ChromeOS; Safari from version 26;
              Firefox from version 141 on Windows and 145 on macOS.
            </li>
            <li>
              On Linux, or where the graphics driver is on the browser's list of doubtful ones: open{' '}
              <span className="mono">chrome://flags</span>, set{' '}
              <span className="mono">Unsafe WebGPU Support</span> and <span className="mono">Vulkan</span> to
              Enabled, and restart the browser.
            </li>
            <li>
              In the browser's settings, <q>Use graphics acceleration when available</q> must be on. Update
              the graphics driver; <span className="mono">chrome://gpu</span> says what is wrong.
            </li>
            <li>The page must be opened over https or from localhost.</li>
          </ul>
        </details>
      </div>
    </section>
  );
}
