import { pythonDict, pythonLines, pythonText } from './literals.ts';

/** The parts of a program that speak to the server. */

export interface CodeServer {
  /** Where it is looked for unless BASE_URL says otherwise. */
  readonly url: string;
  /** Null: the first that the server has. */
  readonly model: string | null;
}

export const settings = ({
  url,
  model,
}: CodeServer): string => `BASE_URL = os.environ.get("BASE_URL", ${pythonText(url)}).rstrip("/")
API_KEY = os.environ.get("API_KEY", "")
MODEL = os.environ.get("MODEL", ${pythonText(model ?? '')})`;

/** Where no model is named. */
export const firstModel = `if not MODEL:
    MODEL = ask("/models")["data"][0]["id"]  # the first that the server has`;

export const serverAsking = String.raw`def ask(path, body=None):
    """One request. Where the server is busy it is made again, later each time."""
    headers = {"content-type": "application/json"}
    if API_KEY:
        headers["authorization"] = "Bearer " + API_KEY
    data = None if body is None else json.dumps({"model": MODEL, **body}).encode()
    for wait in (1, 2, 4, 8, 0):
        try:
            with urllib.request.urlopen(urllib.request.Request(BASE_URL + path, data, headers), timeout=600) as reply:
                return json.load(reply)
        except urllib.error.HTTPError as error:
            if not wait or error.code not in (429, 500, 502, 503, 504):
                sys.exit(f"{BASE_URL}{path} answers {error.code}: {error.read(500).decode(errors='replace')}")
            time.sleep(wait)
        except urllib.error.URLError as error:
            sys.exit(f"{BASE_URL} cannot be reached: {error.reason}")`;

const readingLikelihood = String.raw`

def likelihood(logprobs):
    """The geometric mean of the tokens' probabilities."""
    return math.exp(sum(logprobs) / max(1, len(logprobs)))`;

/** `POST /completions`: the server goes on from a text. */
const completing = (likelihood: boolean): string => String.raw`def draw(n, prompt=PROMPT, first=0, **more):
    """n completions. A server that sends fewer is asked again, under the next seed."""
    drawn = []
    while len(drawn) < n:
        asked = {"prompt": prompt, **SAMPLING, "n": n - len(drawn), "seed": SEED + first + len(drawn), **more}
        reply = ask("/completions", asked${likelihood ? ' | {"logprobs": 1}' : ''})
        choices = reply.get("choices") or sys.exit("The server sent no completion.")
        for choice in choices:
            drawn.append({"text": choice["text"], "end": choice["finish_reason"], "tokens": reply["usage"]["completion_tokens"]${likelihood ? ',\n                          "likelihood": likelihood(choice["logprobs"]["token_logprobs"])' : ''}})
    return drawn[:n]`;

/** `POST /chat/completions`: the server puts a message into the model's own template. */
const chatting = (likelihood: boolean): string => String.raw`def draw(n, message=MESSAGE, first=0, **more):
    """n replies. A server that sends fewer is asked again, under the next seed. What it thinks apart is left out."""
    drawn = []
    while len(drawn) < n:
        asked = {"messages": [{"role": "user", "content": message}], **SAMPLING, "n": n - len(drawn), "seed": SEED + first + len(drawn), **more}
        reply = ask("/chat/completions", asked${likelihood ? ' | {"logprobs": True}' : ''})
        choices = reply.get("choices") or sys.exit("The server sent no reply.")
        for choice in choices:
            drawn.append({"text": choice["message"].get("content") or "", "logprobs": (choice.get("logprobs") or {}).get("content") or []})${likelihood ? '\n            drawn[-1]["likelihood"] = likelihood([token["logprob"] for token in drawn[-1]["logprobs"]])' : ''}
    return drawn[:n]`;

export function drawing(by: 'completions' | 'chat', likelihood: boolean): string {
  const draw = by === 'completions' ? completing(likelihood) : chatting(likelihood);
  return `${draw}${likelihood ? `\n${readingLikelihood}` : ''}`;
}

/** What is asked, and how it is sampled. */
export function asked(
  prompt: { readonly name: 'PROMPT' | 'MESSAGE'; readonly text: string },
  sampling: Readonly<Record<string, number>>,
  seed: number,
): string {
  return `${prompt.name} = ${pythonLines(prompt.text)}
SAMPLING = ${pythonDict(sampling)}
SEED = ${seed}`;
}
