/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-count-stream.h"

#include "import/deck/mdg-count-chain.h"
#include "import/deck/mdg-count-lanes.h"
#include "import/deck/mdg-count-rows.h"
#include "import/deck/mdg-fields.h"

#include <string.h>

/*
 * Tables that are not laid out in rows: a line for each cell, or a column after the other. Rates and
 * their counts are found by law 3; names and ranks are put to them in order, where there are as many
 * of them. What cannot be put together for certain is kept as rows that cannot be read, so that the
 * table is missed by nobody.
 */

/* Less is no table. */
#define MIN_ROWS 3u

/* Of the names of a table no more than this many to one are without a rate that has counts; a text of
 * other tables with many names has a few such rates by chance. */
#define MAX_NAMES_TO_RATE 8u

/* So many numbers that belong to nothing may stand among the ranks. */
#define MAX_STRAY 20u

/* Where the next count of a column is farther off than this, another table begins. */
#define MAX_STRIDE 8u

/* Tables on one slide, or on all where the text does not tell slides apart. */
#define MAX_DEPTH 12u

/* The fields of a part of the text, by what they look like. */
typedef struct
{
  const MdgField *fields;
  guint n_fields;
  GPtrArray *kinds[MDG_N_FIELD_KINDS];
} Region;

static void
region_init (Region *self, const MdgField *fields, guint n_fields)
{
  self->fields = fields;
  self->n_fields = n_fields;
  for (guint kind = 0; kind < MDG_N_FIELD_KINDS; kind++)
    self->kinds[kind] = g_ptr_array_new ();
  for (guint i = 0; i < n_fields; i++)
    g_ptr_array_add (self->kinds[fields[i].kind], (gpointer) &fields[i]);
}

static void
region_clear (Region *self)
{
  for (guint kind = 0; kind < MDG_N_FIELD_KINDS; kind++)
    g_ptr_array_unref (self->kinds[kind]);
}

static const MdgField *
get_field (const Region *self, MdgFieldKind kind, guint index)
{
  return g_ptr_array_index (self->kinds[kind], index);
}

/* The field of the link that stands last. */
static const MdgField *
find_end (const Region *self, const MdgCountLink *link)
{
  const MdgField *rate = get_field (self, MDG_FIELD_RATE, link->rate);
  const MdgField *first = get_field (self, MDG_FIELD_COUNTS, link->columns[0]);
  const MdgField *second = get_field (self, MDG_FIELD_COUNTS, link->columns[1]);

  return MAX (rate, MAX (first, second));
}

/* Whether a column begins there: several fields of one kind, whatever else is between them. */
static gboolean
begins_column (const Region *self, guint index, MdgFieldKind kind)
{
  guint n = 0;

  for (guint i = index; i < self->n_fields && n < MIN_ROWS; i++)
    {
      if (self->fields[i].kind == kind)
        n++;
      else if (i == index || self->fields[i].kind < MDG_FIELD_NUMBER)
        return FALSE;
    }

  return n == MIN_ROWS;
}

/* The first column of the region, of whatever kind. */
static MdgFieldKind
find_first_kind (const Region *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (self->fields[i].kind < MDG_FIELD_NUMBER && begins_column (self, i, self->fields[i].kind))
      return self->fields[i].kind;

  return MDG_FIELD_WORD;
}

/* The place where a second table begins, after all of the first: columns go on at a distance, and
 * what the first table begins with comes again. */
static guint
find_cut (const Region *self, const GArray *chain)
{
  for (guint i = 1; i < chain->len; i++)
    {
      const MdgCountLink *before = &g_array_index (chain, MdgCountLink, i - 1);
      const MdgCountLink *link = &g_array_index (chain, MdgCountLink, i);
      const MdgField *end = find_end (self, before);
      MdgFieldKind kind;
      guint cut;
      guint n_areas = 0;

      if (link->columns[0] - before->columns[0] <= MAX_STRIDE ||
          end >= get_field (self, MDG_FIELD_RATE, link->rate))
        continue;
      for (guint j = 0; j < self->kinds[MDG_FIELD_AREA]->len; j++)
        n_areas += get_field (self, MDG_FIELD_AREA, j) > end;
      if (n_areas < chain->len - i)
        continue;

      cut = (guint) (end - self->fields) + 1;
      kind = find_first_kind (self);
      for (guint j = cut; j < self->n_fields; j++)
        if (begins_column (self, j, kind))
          return j;
      return cut;
    }

  return 0;
}

/* Which name belongs to each link, where they are not equally many: that before the rate or that
 * after it, if each has one of its own. */
static gboolean
assign_nearest (const Region *self, const GArray *chain, gboolean is_before, guint *areas)
{
  GPtrArray *names = self->kinds[MDG_FIELD_AREA];
  guint next = 0;

  for (guint i = 0; i < chain->len; i++)
    {
      const MdgField *rate =
        get_field (self, MDG_FIELD_RATE, g_array_index (chain, MdgCountLink, i).rate);

      while (next < names->len && get_field (self, MDG_FIELD_AREA, next) < rate)
        next++;
      if (next + (is_before ? 0 : 1) > names->len || (is_before && next == 0))
        return FALSE;
      areas[i] = is_before ? next - 1 : next;
      if (i > 0 && areas[i] == areas[i - 1])
        return FALSE;
    }

  return TRUE;
}

/* Whether a number stands between the rate of a row and that of the row before or after it, as in a
 * text that has a row after the other. */
static gboolean
is_beside (const MdgField *number,
           const MdgField *const *rates,
           guint row,
           guint n_rows,
           gboolean is_before)
{
  if (rates[row] == NULL)
    return FALSE;
  if (is_before)
    return number < rates[row] && (row == 0 || (rates[row - 1] != NULL && number > rates[row - 1]));

  return number > rates[row] &&
         (row + 1 == n_rows || (rates[row + 1] != NULL && number < rates[row + 1]));
}

/* The ranks among numbers that may belong to other things: those that rise by one the most and stand
 * on one side of the rates. Returns how much speaks for them. */
static guint
choose_ranks (const Region *self,
              const MdgField *const *rates,
              guint n_rows,
              gboolean is_before,
              guint *ranks)
{
  GPtrArray *numbers = self->kinds[MDG_FIELD_RANK];
  guint n_stray = numbers->len - n_rows;
  guint n_ways = n_stray + 1;
  g_autofree guint *scores = NULL;
  g_autofree guint *befores = NULL;
  guint best = 0;
  guint best_score;

  if (numbers->len < n_rows || n_stray > MAX_STRAY)
    return 0;

  scores = g_new0 (guint, (gsize) n_rows * n_ways);
  befores = g_new0 (guint, (gsize) n_rows * n_ways);
  for (guint i = 0; i < n_rows; i++)
    for (guint stray = 0; stray < n_ways; stray++)
      {
        const MdgField *number = get_field (self, MDG_FIELD_RANK, i + stray);
        guint it = i * n_ways + stray;

        for (guint before = 0; i > 0 && before <= stray; before++)
          {
            guint score =
              scores[(i - 1) * n_ways + before] +
              (get_field (self, MDG_FIELD_RANK, i - 1 + before)->number + 1 == number->number);

            /* Of two that fit alike the one that is nearer to the rate. */
            if (before == 0 || score > scores[it] || (is_before && score == scores[it]))
              {
                scores[it] = score;
                befores[it] = before;
              }
          }
        scores[it] += is_beside (number, rates, i, n_rows, is_before);
      }

  for (guint stray = 1; stray < n_ways; stray++)
    if (scores[(n_rows - 1) * n_ways + stray] > scores[(n_rows - 1) * n_ways + best])
      best = stray;
  best_score = scores[(n_rows - 1) * n_ways + best];
  for (guint i = n_rows; i > 0; i--)
    {
      ranks[i - 1] = get_field (self, MDG_FIELD_RANK, i - 1 + best)->number;
      best = befores[(i - 1) * n_ways + best];
    }

  return best_score;
}

static guint
count_steps (const Region *self, guint n_rows, guint first, guint stride)
{
  guint n = 0;

  for (guint i = 1; i < n_rows; i++)
    n += get_field (self, MDG_FIELD_RANK, first + i * stride)->number ==
         get_field (self, MDG_FIELD_RANK, first + (i - 1) * stride)->number + 1;

  return n;
}

/* Both ranks of each row. Without brackets they are two columns of one kind of number, in columns or
 * in turns; mdg_count_rows_orient () tells which is which. */
static void
put_ranks (const Region *self, const MdgField *const *rates, MdgCountRow *rows, guint n_rows)
{
  GPtrArray *numbers = self->kinds[MDG_FIELD_RANK];
  GPtrArray *brackets = self->kinds[MDG_FIELD_BRACKET];
  g_autofree guint *ranks = g_new0 (guint, n_rows);
  g_autofree guint *ranks_after = g_new0 (guint, n_rows);
  gboolean is_before;

  if (brackets->len == 0 && numbers->len == 2 * n_rows)
    {
      guint n_blocked =
        MAX (count_steps (self, n_rows, 0, 1), count_steps (self, n_rows, n_rows, 1));
      guint n_turns = MAX (count_steps (self, n_rows, 0, 2), count_steps (self, n_rows, 1, 2));
      gboolean is_blocked = n_blocked > n_turns;

      for (guint i = 0; i < n_rows; i++)
        {
          rows[i].rank = get_field (self, MDG_FIELD_RANK, is_blocked ? i : 2 * i)->number;
          rows[i].rank_previous =
            get_field (self, MDG_FIELD_RANK, is_blocked ? n_rows + i : 2 * i + 1)->number;
        }
      return;
    }

  is_before = choose_ranks (self, rates, n_rows, TRUE, ranks) >=
              choose_ranks (self, rates, n_rows, FALSE, ranks_after);
  for (guint i = 0; i < n_rows; i++)
    rows[i].rank = is_before ? ranks[i] : ranks_after[i];
  for (guint i = 0; brackets->len == n_rows && i < n_rows; i++)
    rows[i].rank_previous = get_field (self, MDG_FIELD_BRACKET, i)->number;
}

static void
put_link (const Region *self, const MdgCountLink *link, MdgCountRow *row, const MdgField **rate)
{
  *rate = get_field (self, MDG_FIELD_RATE, link->rate);
  row->is_readable = TRUE;
  row->rate = (*rate)->rate;
  row->mnc = link->counts[0];
  row->verifications = link->counts[1];
}

/* The names in their order, each with the link that belongs to it; all are unreadable if that is not
 * clear. */
static MdgCountRow *
make_rows (const Region *self, GArray *chain)
{
  GPtrArray *names = self->kinds[MDG_FIELD_AREA];
  MdgCountRow *rows = g_new0 (MdgCountRow, names->len);
  g_autofree guint *areas = g_new0 (guint, chain->len);
  g_autofree const MdgField **rates = g_new0 (const MdgField *, names->len);

  for (guint i = 0; i < names->len; i++)
    {
      rows[i].line = get_field (self, MDG_FIELD_AREA, i)->line;
      rows[i].area = get_field (self, MDG_FIELD_AREA, i)->area;
    }

  if (mdg_count_chain_fill (chain, self->kinds[MDG_FIELD_RATE], self->kinds[MDG_FIELD_COUNTS],
                            names->len))
    {
      for (guint i = 0; i < names->len; i++)
        put_link (self, &g_array_index (chain, MdgCountLink, i), &rows[i], &rates[i]);
    }
  else if (assign_nearest (self, chain, TRUE, areas) || assign_nearest (self, chain, FALSE, areas))
    {
      for (guint i = 0; i < chain->len; i++)
        put_link (self, &g_array_index (chain, MdgCountLink, i), &rows[areas[i]], &rates[areas[i]]);
    }
  put_ranks (self, rates, rows, names->len);

  return rows;
}

/* A row of the nation is none of the table's. */
static void
append_rows (MdgDeck *deck, const MdgCountRow *rows, guint n_rows)
{
  g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (MdgCountRow));

  for (guint i = 0; i < n_rows; i++)
    if (mdg_area_is_prefecture (rows[i].area))
      g_array_append_vals (run, &rows[i], 1);
  mdg_count_lanes_end (deck, run);
}

static void
parse_region (MdgDeck *deck, const MdgField *fields, guint n_fields, guint depth)
{
  Region region;
  g_autoptr (GArray) chain = NULL;
  guint cut = 0;

  region_init (&region, fields, n_fields);
  if (region.kinds[MDG_FIELD_AREA]->len >= MIN_ROWS)
    chain = mdg_count_chain_find (region.kinds[MDG_FIELD_RATE], region.kinds[MDG_FIELD_COUNTS]);

  if (chain != NULL && chain->len >= MIN_ROWS &&
      chain->len >= region.kinds[MDG_FIELD_AREA]->len / MAX_NAMES_TO_RATE)
    {
      if (depth < MAX_DEPTH)
        cut = find_cut (&region, chain);
      if (cut > 0)
        {
          parse_region (deck, fields, cut, MAX_DEPTH);
          parse_region (deck, fields + cut, n_fields - cut, depth + 1);
        }
      else
        {
          g_autofree MdgCountRow *rows = make_rows (&region, chain);

          append_rows (deck, rows, region.kinds[MDG_FIELD_AREA]->len);
        }
    }
  region_clear (&region);
}

/**
 * mdg_count_stream_end:
 * @deck: a deck
 * @fields: (element-type MdgField): what stands on the lines of a slide that are no rows; emptied
 *
 * Finds the tables whose cells do not stand in rows, and adds them to the deck.
 */
void
mdg_count_stream_end (MdgDeck *deck, GArray *fields)
{
  if (fields->len > 0)
    parse_region (deck, (const MdgField *) (gpointer) fields->data, fields->len, 0);
  g_array_set_size (fields, 0);
}
