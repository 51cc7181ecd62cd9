import { axisTop, type EnterElement, type ScaleLinear, scaleLinear, select, type Selection } from 'd3';
import { votes as words } from '#words/en/votes.ts';
import { barText, countPlace, rowLabel, shadeOf, type VoteBlock, voteBlocks } from './vote-bars.ts';
import type { VotePicture, VoteRow } from './vote-rows.ts';
import { classes, ofClass } from '../classes.ts';
import styles from './vote-histogram.module.css';

export interface VoteHistogramHandlers {
  readonly onSelectGroup: (key: string) => void;
  readonly onSelectTrace: (sequence: number) => void;
  readonly nameOf: (sequence: number) => string;
}

export interface VoteHistogramPicture {
  /** @param zoom by how much it is drawn larger than it is laid out. */
  update(picture: VotePicture, selectedKey: string | null, width: number, zoom: number): void;
  destroy(): void;
}

const margin = { top: 26, right: 8, left: 8 };
const rowHeight = 58;
const barTop = 26;
const barHeight = 20;
/** Blocks thinner than this, in pixels, are drawn together. */
const thinnest = 2;
const answerLeft = 28;
/** The baselines of a row's two lines. */
const lines = { answer: 18, bar: barTop + 15 } as const;
/** The width of a character of the answer, in pixels. */
const answerCharacter = 9.6;

/**
 * Bars made of single votes, one cell a trace, so that every vote can be traced back. The scale is the number of traces
 * from the start: bars only grow, and half the width is half of all traces. Below a picture that has the scale, others go without.
 */
export function createVoteHistogram(
  svgElement: SVGSVGElement,
  handlers: VoteHistogramHandlers,
  scaled: boolean,
): VoteHistogramPicture {
  const svg = select(svgElement);
  const top = scaled ? margin.top : 0;
  const axis = svg
    .append('g')
    .attr('class', classes(styles.axis))
    .attr('transform', `translate(0,${top})`)
    .attr('aria-hidden', 'true');
  const half = svg.append('line').attr('class', classes(styles.half)).attr('aria-hidden', 'true');
  const rows = svg.append('g');
  let reachableKey: string | null = null;

  function drawScale(scale: ScaleLinear<number, number>, traces: number, inner: number): void {
    const ticks = scale.ticks(Math.min(traces, Math.max(2, Math.floor(inner / 70)))).filter(Number.isInteger);
    axis.call(
      axisTop(scale)
        .tickValues(ticks)
        .tickFormat((value) => words.tick(Number(value)))
        .tickSize(4)
        .tickPadding(5),
    );
  }

  return {
    update(picture, selectedKey, width, zoom) {
      const inner = Math.max(80, width - margin.left - margin.right);
      const scale = scaleLinear([0, Math.max(1, picture.traces)], [margin.left, margin.left + inner]);
      const cell = inner / Math.max(1, picture.traces);
      const height = top + Math.max(1, picture.rows.length) * rowHeight + 6;
      svg
        .attr('viewBox', `0 0 ${width} ${height}`)
        .attr('width', width * zoom)
        .attr('height', height * zoom);

      if (scaled) drawScale(scale, picture.traces, inner);
      half
        .attr('x1', scale(picture.traces / 2))
        .attr('x2', scale(picture.traces / 2))
        .attr('y1', top)
        .attr('y2', height);

      const placeOf = (row: VoteRow) => countPlace(barText(row), scale(row.votes), width - margin.right);
      if (!picture.rows.some((row) => row.key === reachableKey)) reachableKey = picture.rows[0]?.key ?? null;
      const joined = rows
        .selectAll<SVGGElement, VoteRow>(ofClass(styles.row))
        .data(picture.rows, (row) => row.key)
        .join(enterRow)
        .style('transform', (_, index) => `translate(0, ${top + 4 + index * rowHeight}px)`)
        .attr('tabindex', (row) => (row.key === reachableKey ? 0 : -1))
        .attr('aria-label', rowLabel)
        .attr('aria-pressed', (row) => String(row.key === selectedKey))
        .attr('data-outcome', (row) => row.outcome)
        .attr('data-chosen', (row) => (row.chosen ? '' : null))
        .on('click', (event: MouseEvent, row) => {
          const target =
            event.target instanceof Element ? event.target.closest<SVGElement>(ofClass(styles.cell)) : null;
          if (target?.dataset['sequence']) handlers.onSelectTrace(Number(target.dataset['sequence']));
          else handlers.onSelectGroup(row.key);
        })
        .on('keydown', (event: KeyboardEvent, row) => {
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            return handlers.onSelectGroup(row.key);
          }
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          const next = step ? picture.rows[picture.rows.indexOf(row) + step] : undefined;
          if (!next) return;
          event.preventDefault();
          reachableKey = next.key;
          const all = rows
            .selectAll<SVGGElement, VoteRow>(ofClass(styles.row))
            .attr('tabindex', (other) => (other.key === reachableKey ? 0 : -1));
          all
            .filter((other) => other.key === next.key)
            .node()
            ?.focus();
        });
      joined.order();
      joined.select(ofClass(styles.hit)).attr('x', 0).attr('width', width);
      joined
        .select(ofClass(styles.answer))
        .text((row) =>
          fitting(
            row.display,
            width - answerLeft - margin.right - (placeOf(row).above ? placeOf(row).wide : 0),
          ),
        );
      joined.select(ofClass(styles.sign)).attr('d', (row) => signs[row.outcome]);
      joined
        .select(ofClass(styles.count))
        .attr('x', (row) => placeOf(row).x)
        .attr('y', (row) => lines[placeOf(row).above ? 'answer' : 'bar'])
        .attr('text-anchor', (row) => (placeOf(row).above ? 'end' : 'start'))
        .text(barText);
      joined
        .select<SVGGElement>('[data-part="cells"]')
        .selectAll<SVGRectElement, VoteBlock>('rect')
        .data(
          (row) => voteBlocks(row.cells, cell < thinnest),
          (block) => block.sequence ?? `form ${block.form}`,
        )
        .join((enter) => {
          const rect = enter.append('rect').attr('class', classes(styles.cell));
          rect.append('title');
          return rect;
        })
        .attr('data-sequence', (block) => block.sequence)
        .attr('data-form', (block) => shadeOf(block.form))
        .attr('x', (block) => scale(block.from))
        .attr('width', (block) => Math.max(1.5, cell * block.votes - (cell > 6 ? 2 : 0.5)))
        .attr('height', barHeight)
        .attr('rx', cell > 10 ? 3 : 0)
        .select('title')
        .text((block) =>
          block.sequence === null ? words.blockOf(block.votes) : handlers.nameOf(block.sequence),
        );
    },
    destroy() {
      svg.selectAll('*').remove();
    },
  };
}

function enterRow(
  enter: Selection<EnterElement, VoteRow, SVGGElement, unknown>,
): Selection<SVGGElement, VoteRow, SVGGElement, unknown> {
  const group = enter.append('g').attr('class', classes(styles.row)).attr('role', 'button');
  group
    .append('rect')
    .attr('class', classes(styles.hit))
    .attr('height', rowHeight - 4)
    .attr('rx', 6);
  group.append('path').attr('class', classes(styles.sign)).attr('transform', 'translate(8,7)');
  group
    .append('text')
    .attr('class', classes(styles.answer))
    .attr('translate', 'no')
    .attr('y', lines.answer)
    .attr('x', answerLeft);
  group.append('g').attr('data-part', 'cells').attr('transform', `translate(0,${barTop})`);
  group.append('text').attr('class', classes(styles.count));
  return group;
}

/** A tick, a cross and a dot in a box of 14: the second sign beside colour. */
const signs = { right: 'M2 8l3.5 3.5L12 3.5', wrong: 'M3 3l8 8M11 3l-8 8', ungraded: 'M6.9 7h.2' } as const;

/** As much of an answer as there is room for; its table and its label have the rest. */
function fitting(text: string, width: number): string {
  const room = Math.max(6, Math.floor(width / answerCharacter));
  return text.length <= room ? text : `${text.slice(0, room - 1).trimEnd()}…`;
}
