/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-count-lanes.h"

#include "import/deck/mdg-count-rows.h"

#include <math.h>
#include <string.h>

/*
 * Tables beside each other: their rows stand on one line of text, or on lines that take turns. Which
 * row belongs to which table is told by where it stands on the page, or, where the file does not say,
 * by its order on the line and by what goes on from what: ranks rise by one, rates fall, and no
 * prefecture comes twice. Whether that was right is for the laws to prove.
 */

/* Rows of one table begin at the same place, but for the width of a digit. In points. */
#define LANE_GAP 48.0f

#define COST_AREA_TWICE 8
#define COST_RANK_BROKEN 2
#define COST_RATE_RISES 2
#define COST_NOTHING_BEFORE 1

/* As much as rates that differ by two points: rows of tables that are less alike need no turn. */
#define COST_OUT_OF_TURN 0.02

/* How many ways to share out the rows are kept in mind. */
#define N_STATES 24

/* Fewer rows do not show that they take turns. */
#define MIN_TURNS 4

typedef struct
{
  const MdgCountRow *rows;
  guint n_rows;
  guint *lanes;  /* by row */
  guint *firsts; /* by row, the index of the first row on its line */
  guint n_lanes;
  gboolean is_by_turns; /* two tables whose rows stand on lines of their own, one after the other */
} Lanes;

/* One way to share out the rows so far. */
typedef struct
{
  double cost;
  guint64 areas[MDG_MAX_LANES];
  const MdgCountRow *last[MDG_MAX_LANES];
  guint lane; /* of the last row */
  guint parent;
} State;

static int
compare_floats (gconstpointer a, gconstpointer b)
{
  float float_a = *(const float *) a;
  float float_b = *(const float *) b;

  return (float_a > float_b) - (float_a < float_b);
}

/* Whether the places of the rows tell their lanes. Two rows of one line never share one. */
static gboolean
assign_by_place (Lanes *self, const MdgDocument *document)
{
  g_autofree float *lefts = g_new (float, self->n_rows);
  g_autofree float *sorted = NULL;
  float starts[MDG_MAX_LANES];
  guint n_lanes = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const MdgBox *box = mdg_count_row_find_box (&self->rows[i], document);

      if (box == NULL || !isfinite (box->x))
        return FALSE;
      lefts[i] = box->x;
    }

  sorted = g_memdup2 (lefts, self->n_rows * sizeof (float));
  qsort (sorted, self->n_rows, sizeof (float), compare_floats);
  for (guint i = 0; i < self->n_rows; i++)
    if (i == 0 || sorted[i] - sorted[i - 1] > LANE_GAP)
      {
        if (n_lanes == MDG_MAX_LANES)
          return FALSE;
        starts[n_lanes++] = sorted[i];
      }

  for (guint i = 0; i < self->n_rows; i++)
    {
      self->lanes[i] = 0;
      while (self->lanes[i] + 1 < n_lanes && lefts[i] >= starts[self->lanes[i] + 1])
        self->lanes[i]++;
      if (i > self->firsts[i] && self->lanes[i] <= self->lanes[i - 1])
        return FALSE;
    }

  self->n_lanes = n_lanes;
  return TRUE;
}

static guint
count_on_line (const Lanes *self, guint row)
{
  guint n = 0;

  for (guint i = self->firsts[row]; i < self->n_rows && self->firsts[i] == self->firsts[row]; i++)
    n++;

  return n;
}

static gboolean
rate_rises (const MdgCountRow *before, const MdgCountRow *after)
{
  return before->is_readable && after->is_readable &&
         mdg_decimal_compare (after->rate, before->rate) > 0;
}

/* The next table begins where the ranks fall. A misprinted rank does the same, which does no harm:
 * pieces are put together by their prefectures. */
static gboolean
begins_table (const MdgCountRow *before, const MdgCountRow *row)
{
  return row->rank <= before->rank;
}

/* What speaks against putting a row into a lane, where the rows before it are put as @state says. */
static double
measure_misfit (const Lanes *self, const State *state, guint row, guint lane)
{
  const MdgCountRow *it = &self->rows[row];
  const MdgCountRow *before = state->last[lane];
  double cost = 0;

  if (before == NULL)
    return COST_NOTHING_BEFORE;
  if (begins_table (before, it))
    return COST_RANK_BROKEN;
  if (state->areas[lane] >> it->area & 1)
    cost += COST_AREA_TWICE;

  if (it->rank != before->rank + 1)
    cost += COST_RANK_BROKEN;
  if (rate_rises (before, it))
    cost += COST_RATE_RISES;
  /* What fits both as well goes to the one whose rates are nearer; less than any of the above. */
  if (before->is_readable && it->is_readable)
    cost +=
      MIN (fabs (mdg_decimal_to_double (it->rate) - mdg_decimal_to_double (before->rate)), 100) /
      100;

  return cost;
}

static int
compare_states (gconstpointer a, gconstpointer b)
{
  double cost_a = ((const State *) a)->cost;
  double cost_b = ((const State *) b)->cost;

  return (cost_a > cost_b) - (cost_a < cost_b);
}

/* Adds to @next what comes of putting the next row into each lane that it can be in: right of the row
 * before it on its line, and with a lane left for each row after it. */
static guint
expand (const Lanes *self, const State *state, guint parent, guint row, State *next)
{
  guint n_after = self->firsts[row] + count_on_line (self, row) - 1 - row;
  guint least = row > self->firsts[row] ? state->lane + 1 : 0;
  guint n_next = 0;

  for (guint lane = least; lane + n_after < self->n_lanes; lane++)
    {
      State *it = &next[n_next++];

      *it = *state;
      it->cost += measure_misfit (self, state, row, lane);
      if (self->is_by_turns && row > 0 && lane == state->lane)
        it->cost += COST_OUT_OF_TURN;
      if (it->last[lane] != NULL && begins_table (it->last[lane], &self->rows[row]))
        it->areas[lane] = 0;
      it->areas[lane] |= G_GUINT64_CONSTANT (1) << self->rows[row].area;
      it->last[lane] = &self->rows[row];
      it->lane = lane;
      it->parent = parent;
    }

  return n_next;
}

/* Goes through the rows with the best few ways to share them out, because a wrong choice may show
 * only later, when a prefecture comes twice. */
static void
assign_by_order (Lanes *self)
{
  g_autofree State *states = g_new0 (State, N_STATES);
  g_autofree State *next = g_new0 (State, N_STATES * MDG_MAX_LANES);
  g_autofree guint *parents = g_new0 (guint, (gsize) self->n_rows * N_STATES);
  g_autofree guint *choices = g_new0 (guint, (gsize) self->n_rows * N_STATES);
  guint n_states = 1;
  guint best = 0;

  for (guint row = 0; row < self->n_rows; row++)
    {
      guint n_next = 0;

      for (guint i = 0; i < n_states; i++)
        n_next += expand (self, &states[i], i, row, next + n_next);
      qsort (next, n_next, sizeof (State), compare_states);
      n_states = MIN (n_next, N_STATES);
      memcpy (states, next, n_states * sizeof (State));
      for (guint i = 0; i < n_states; i++)
        {
          parents[row * N_STATES + i] = states[i].parent;
          choices[row * N_STATES + i] = states[i].lane;
        }
    }

  for (guint row = self->n_rows; row > 0; row--)
    {
      self->lanes[row - 1] = choices[(row - 1) * N_STATES + best];
      best = parents[(row - 1) * N_STATES + best];
    }
}

/* Whether rows go on from the row before the last more often than from the last. */
static gboolean
takes_turns (const Lanes *self)
{
  guint n_straight = 0;
  guint n_turns = 0;

  if (self->n_rows < MIN_TURNS)
    return FALSE;

  for (guint i = 2; i < self->n_rows; i++)
    {
      n_straight += self->rows[i].rank == self->rows[i - 1].rank + 1;
      n_turns += self->rows[i].rank == self->rows[i - 2].rank + 1;
    }

  return n_turns > n_straight;
}

static void
append_pieces (MdgDeck *deck, GArray *rows)
{
  GArray *piece = NULL;

  mdg_count_rows_orient (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const MdgCountRow *row = &g_array_index (rows, MdgCountRow, i);

      if (piece == NULL || begins_table (&g_array_index (piece, MdgCountRow, piece->len - 1), row))
        {
          piece = g_array_new (FALSE, FALSE, sizeof (MdgCountRow));
          g_ptr_array_add (deck->count_pieces, piece);
        }
      g_array_append_vals (piece, row, 1);
    }
}

/**
 * mdg_count_lanes_end:
 * @deck: a deck
 * @run: (element-type MdgCountRow): rows in the order of the text, with nothing between them; emptied
 *
 * Tells the tables apart whose rows stand beside each other, and adds their pieces to the deck.
 */
void
mdg_count_lanes_end (MdgDeck *deck, GArray *run)
{
  Lanes self = { .rows = (const MdgCountRow *) (gpointer) run->data, .n_rows = run->len };
  g_autofree guint *lanes = g_new0 (guint, MAX (run->len, 1));
  g_autofree guint *firsts = g_new0 (guint, MAX (run->len, 1));

  if (run->len == 0)
    return;

  self.lanes = lanes;
  self.firsts = firsts;
  for (guint i = 0; i < run->len; i++)
    {
      /* A row that does not stand on one line stands beside no other. */
      gboolean is_first =
        i == 0 || self.rows[i].text == NULL || self.rows[i].line != self.rows[i - 1].line;

      firsts[i] = is_first ? i : firsts[i - 1];
      self.n_lanes = MAX (self.n_lanes, i - firsts[i] + 1);
    }

  if (assign_by_place (&self, deck->document))
    ;
  else if (self.n_lanes > MDG_MAX_LANES)
    {
      memset (lanes, 0, run->len * sizeof (guint));
      self.n_lanes = 1;
    }
  else if (self.n_lanes > 1)
    assign_by_order (&self);
  else if (takes_turns (&self))
    {
      self.n_lanes = 2;
      self.is_by_turns = TRUE;
      assign_by_order (&self);
    }

  for (guint lane = 0; lane < self.n_lanes; lane++)
    {
      g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (MdgCountRow));

      for (guint i = 0; i < run->len; i++)
        if (lanes[i] == lane)
          g_array_append_vals (rows, &self.rows[i], 1);
      append_pieces (deck, rows);
    }
  g_array_set_size (run, 0);
}
