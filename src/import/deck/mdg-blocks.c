/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-blocks.h"

#include <math.h>
#include <string.h>

/* More pieces than four tables on twice as many slides can fall into. */
#define MAX_TAILS 8

/* So many more groupings that fit as well are looked at. */
#define MAX_TIES 8

/* A block whose sums are this far from a type's totals may be of any type. */
#define MAX_DISTANCE 0.3
#define MAX_DISTANCE_OF_PART 0.8

#define COST_AREA_TWICE 3
#define COST_AREA_MISSING 1
#define COST_OUT_OF_ORDER 1

typedef struct
{
  GArray *rows;
  guint64 areas;
  int first_rank;
  int last_rank;
  MdgDecimal first_rate;
  MdgDecimal last_rate;
  gint64 mnc;
  gint64 verifications;
} Piece;

typedef struct
{
  const MdgTotals *totals;
  Piece *heads[MDG_MAX_BLOCKS];
  guint n_heads;
  Piece *tails[MAX_TAILS];
  guint n_tails;
  guint heads_of_tails[MAX_TAILS];
  guint best_heads_of_tails[MAX_TAILS];
  guint best_cost;
  double best_distance;
  guint ties[MAX_TIES][MAX_TAILS];
  guint n_ties;
} Search;

/* The rank with which the piece begins, by the most of its rows, since one may be misprinted. */
static int
find_first_rank (GArray *rows)
{
  int best = 0;
  guint best_votes = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      int first = (int) g_array_index (rows, MdgCountRow, i).rank - (int) i;
      guint votes = 0;

      for (guint j = 0; j < rows->len; j++)
        votes += (int) g_array_index (rows, MdgCountRow, j).rank - (int) j == first;
      if (votes > best_votes)
        {
          best = first;
          best_votes = votes;
        }
    }

  return best;
}

static void
init_piece (Piece *self, GArray *rows)
{
  gboolean has_rate = FALSE;

  memset (self, 0, sizeof *self);
  self->rows = rows;
  self->first_rank = find_first_rank (rows);
  self->last_rank = self->first_rank + (int) rows->len - 1;

  for (guint i = 0; i < rows->len; i++)
    {
      const MdgCountRow *row = &g_array_index (rows, MdgCountRow, i);

      self->areas |= G_GUINT64_CONSTANT (1) << row->area;
      if (!row->is_readable)
        continue;
      self->mnc += row->mnc;
      self->verifications += row->verifications;
      if (!has_rate)
        self->first_rate = row->rate;
      self->last_rate = row->rate;
      has_rate = TRUE;
    }
}

static double
measure_distance (const MdgTotals *totals, guint type, gint64 mnc, gint64 verifications)
{
  const gint64 *row = totals->has_reference ? totals->reference[type] : totals->values[type];

  if (!totals->has_reference && totals->n_values[type] < MDG_N_TYPE_COLUMNS)
    return HUGE_VAL;
  if (row[MDG_COLUMN_MNC] <= 0 || row[MDG_COLUMN_VERIFICATIONS] <= 0)
    return HUGE_VAL;

  return fabs ((double) (mnc - row[MDG_COLUMN_MNC])) / (double) row[MDG_COLUMN_MNC] +
         fabs ((double) (verifications - row[MDG_COLUMN_VERIFICATIONS])) /
           (double) row[MDG_COLUMN_VERIFICATIONS];
}

/* The least sum of distances over all ways to give each block a type of its own. Each distance is
 * cut off where it tells nothing, so that one stray block does not upset the others. */
static double
assign_types (const MdgTotals *totals,
              const gint64 sums[][2],
              guint n_blocks,
              guint block,
              guint taken,
              guint *types)
{
  double best = HUGE_VAL;
  guint best_types[MDG_MAX_BLOCKS] = { 0 };

  if (block == n_blocks)
    return 0;

  for (guint type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      double distance;

      if (taken & 1u << type)
        continue;
      types[block] = type;
      distance = MIN (measure_distance (totals, type, sums[block][0], sums[block][1]), 2.0) +
                 assign_types (totals, sums, n_blocks, block + 1, taken | 1u << type, types);
      if (distance < best)
        {
          best = distance;
          memcpy (best_types, types, sizeof best_types);
        }
    }

  memcpy (types, best_types, sizeof best_types);
  return best;
}

static double
measure_grouping (const Search *self)
{
  gint64 sums[MDG_MAX_BLOCKS][2];
  guint types[MDG_MAX_BLOCKS] = { 0 };

  if (self->totals == NULL)
    return 0;

  for (guint i = 0; i < self->n_heads; i++)
    {
      sums[i][0] = self->heads[i]->mnc;
      sums[i][1] = self->heads[i]->verifications;
    }
  for (guint i = 0; i < self->n_tails; i++)
    {
      sums[self->heads_of_tails[i]][0] += self->tails[i]->mnc;
      sums[self->heads_of_tails[i]][1] += self->tails[i]->verifications;
    }

  return assign_types (self->totals, sums, self->n_heads, 0, 0, types);
}

static guint
count_bits (guint64 bits)
{
  return (guint) __builtin_popcountll (bits);
}

/* Tries every way to continue the tables that begin on one slide with the pieces on another. Which
 * prefectures are still missing nearly always leaves one way only; if not, the sums tell. */
static void
search_groupings (Search *self, guint tail, guint cost, const guint64 *areas, const int *last_ranks)
{
  if (cost > self->best_cost)
    return;

  if (tail == self->n_tails)
    {
      double distance;

      for (guint i = 0; i < self->n_heads; i++)
        cost +=
          COST_AREA_MISSING * (MDG_N_PREFECTURES - MIN (count_bits (areas[i]), MDG_N_PREFECTURES));
      if (cost > self->best_cost)
        return;
      distance = measure_grouping (self);
      if (cost < self->best_cost || distance < self->best_distance)
        {
          self->best_cost = cost;
          self->best_distance = distance;
          memcpy (self->best_heads_of_tails, self->heads_of_tails, sizeof self->heads_of_tails);
          self->n_ties = 0;
        }
      /* Sums that are the same give the same distance to the last bit. */
      else if (distance <= self->best_distance && self->n_ties < MAX_TIES)
        {
          memcpy (self->ties[self->n_ties++], self->heads_of_tails, sizeof self->heads_of_tails);
        }
      return;
    }

  for (guint i = 0; i < self->n_heads; i++)
    {
      const Piece *piece = self->tails[tail];
      guint64 next_areas[MDG_MAX_BLOCKS];
      int next_ranks[MDG_MAX_BLOCKS];
      guint next_cost = cost + COST_AREA_TWICE * count_bits (areas[i] & piece->areas);

      if (piece->first_rank <= last_ranks[i])
        next_cost += COST_OUT_OF_ORDER;
      if (last_ranks[i] == self->heads[i]->last_rank &&
          mdg_decimal_compare (piece->first_rate, self->heads[i]->last_rate) > 0)
        next_cost += COST_OUT_OF_ORDER;

      memcpy (next_areas, areas, sizeof next_areas);
      memcpy (next_ranks, last_ranks, sizeof next_ranks);
      next_areas[i] |= piece->areas;
      next_ranks[i] = MAX (last_ranks[i], piece->last_rank);
      self->heads_of_tails[tail] = i;
      search_groupings (self, tail + 1, next_cost, next_areas, next_ranks);
    }
}

static void
block_free (gpointer data)
{
  MdgBlock *self = data;

  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->messages);
  g_free (self);
}

static MdgBlock *
block_new (GArray *rows)
{
  MdgBlock *self = g_new0 (MdgBlock, 1);

  self->type = MDG_N_FACILITY_TYPES;
  self->heading = MDG_N_FACILITY_TYPES;
  self->line = g_array_index (rows, MdgCountRow, 0).line;
  self->pieces = g_ptr_array_new ();
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_import_message_free);
  g_ptr_array_add (self->pieces, rows);

  return self;
}

static void
sum_block (MdgBlock *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      GArray *rows = g_ptr_array_index (self->pieces, i);

      for (guint j = 0; j < rows->len; j++)
        {
          const MdgCountRow *row = &g_array_index (rows, MdgCountRow, j);

          self->line = MIN (self->line, row->line);
          if (!row->is_readable)
            continue;
          self->mnc += row->mnc;
          self->verifications += row->verifications;
          if (self->rows[row->area] == NULL)
            {
              self->rows[row->area] = row;
              self->n_rows++;
            }
        }
    }
}

static void
name_blocks (GPtrArray *blocks, const MdgTotals *totals)
{
  gint64 sums[MDG_MAX_BLOCKS][2];
  guint types[MDG_MAX_BLOCKS] = { 0 };

  if (totals == NULL || blocks->len > MDG_MAX_BLOCKS)
    return;

  for (guint i = 0; i < blocks->len; i++)
    {
      const MdgBlock *block = g_ptr_array_index (blocks, i);

      /* What is cut off would have had about as much to each row as what is left. */
      sums[i][0] = block->mnc;
      sums[i][1] = block->verifications;
      if (block->n_rows > 0 && block->n_rows < MDG_N_PREFECTURES)
        {
          sums[i][0] = block->mnc / block->n_rows * MDG_N_PREFECTURES;
          sums[i][1] = block->verifications / block->n_rows * MDG_N_PREFECTURES;
        }
    }
  assign_types (totals, sums, blocks->len, 0, 0, types);

  for (guint i = 0; i < blocks->len; i++)
    {
      MdgBlock *block = g_ptr_array_index (blocks, i);
      gboolean is_whole = block->n_rows == MDG_N_PREFECTURES;

      if (measure_distance (totals, types[i], sums[i][0], sums[i][1]) <
          (is_whole ? MAX_DISTANCE : MAX_DISTANCE_OF_PART))
        block->type = types[i];
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const MdgBlock *block_a = *(MdgBlock *const *) a;
  const MdgBlock *block_b = *(MdgBlock *const *) b;

  return (block_a->line > block_b->line) - (block_a->line < block_b->line);
}

/* Pieces that no search was made for, because there are too many or none of them is a beginning. */
static void
add_lone_blocks (GPtrArray *blocks, GPtrArray *count_pieces, gboolean too_many)
{
  for (guint i = 0; i < count_pieces->len; i++)
    {
      MdgBlock *block = block_new (g_ptr_array_index (count_pieces, i));

      g_ptr_array_add (blocks, block);
      if (too_many)
        {
          g_autofree char *n = g_strdup_printf ("%u", count_pieces->len);

          mdg_block_say (block, mdg_import_message_new (MDG_MESSAGE_FRAGMENTS, n, NULL));
          block->is_refused = TRUE;
          /* One entry of the report says it all. */
          for (guint j = 1; j < count_pieces->len; j++)
            g_ptr_array_add (block->pieces, g_ptr_array_index (count_pieces, j));
          return;
        }
    }
}

/* A table begins with rank 1. If its first row is lost or misprinted, it begins with 2 or 3 and no
 * other piece ends before it. */
static gboolean
is_head (const Piece *pieces, guint n_pieces, guint index)
{
  const Piece *piece = &pieces[index];

  if (piece->first_rank < 1 || piece->first_rank > 3)
    return FALSE;

  for (guint i = 0; piece->first_rank > 1 && i < n_pieces; i++)
    if (pieces[i].first_rank == 1 && pieces[i].last_rank == piece->first_rank - 1)
      return FALSE;

  return TRUE;
}

static gboolean
split_pieces (Search *search, Piece *pieces, guint n_pieces)
{
  for (guint i = 0; i < n_pieces; i++)
    {
      if (is_head (pieces, n_pieces, i))
        {
          if (search->n_heads == MDG_MAX_BLOCKS)
            return FALSE;
          search->heads[search->n_heads++] = &pieces[i];
        }
      else
        {
          if (search->n_tails == MAX_TAILS)
            return FALSE;
          search->tails[search->n_tails++] = &pieces[i];
        }
    }

  return TRUE;
}

static void
sum_and_name_blocks (GPtrArray *blocks, const MdgTotals *totals)
{
  for (guint i = 0; i < blocks->len; i++)
    sum_block (g_ptr_array_index (blocks, i));
  name_blocks (blocks, totals);
}

/* The blocks of one grouping, in the order of the heads. */
static GPtrArray *
make_blocks (const Search *search, const guint *heads_of_tails)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);

  for (guint i = 0; i < search->n_heads; i++)
    g_ptr_array_add (blocks, block_new (search->heads[i]->rows));
  for (guint i = 0; i < search->n_tails; i++)
    {
      MdgBlock *block = g_ptr_array_index (blocks, heads_of_tails[i]);

      g_ptr_array_add (block->pieces, search->tails[i]->rows);
    }
  sum_and_name_blocks (blocks, search->totals);

  return blocks;
}

static guint
count_lawful (GPtrArray *blocks, const MdgDeck *deck, const MdgTotals *totals)
{
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      MdgBlock *block = g_ptr_array_index (blocks, i);

      mdg_block_check (block, deck, totals);
      n += !block->is_refused;
    }

  return n;
}

static gboolean
has_same_rows (const MdgBlock *a, const MdgBlock *b)
{
  for (MdgArea area = 0; area < MDG_N_AREAS; area++)
    {
      const MdgCountRow *row_a = a->rows[area];
      const MdgCountRow *row_b = b->rows[area];

      if (row_a == row_b)
        continue;
      if (row_a == NULL || row_b == NULL || row_a->rank != row_b->rank ||
          row_a->rank_previous != row_b->rank_previous || row_a->mnc != row_b->mnc ||
          row_a->verifications != row_b->verifications ||
          mdg_decimal_compare (row_a->rate, row_b->rate) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Of groupings with the same sums the one is taken whose tables obey the other laws. Where another
 * one does so as well, the tables that are not the same in both are not guessed. */
static GPtrArray *
choose_grouping (Search *search, const MdgDeck *deck)
{
  const guint *best = search->best_heads_of_tails;
  g_autoptr (GPtrArray) checked = NULL;
  GPtrArray *blocks;
  guint n_best;

  if (search->totals == NULL || search->n_ties == 0)
    return make_blocks (search, best);

  checked = make_blocks (search, best);
  n_best = count_lawful (checked, deck, search->totals);
  for (guint i = 0; i < search->n_ties; i++)
    {
      g_autoptr (GPtrArray) other = make_blocks (search, search->ties[i]);
      guint n = count_lawful (other, deck, search->totals);

      if (n <= n_best)
        continue;
      n_best = n;
      best = search->ties[i];
      g_ptr_array_unref (checked);
      checked = g_steal_pointer (&other);
    }

  blocks = make_blocks (search, best);
  for (guint i = 0; i <= search->n_ties; i++)
    {
      const guint *tie = i < search->n_ties ? search->ties[i] : search->best_heads_of_tails;
      g_autoptr (GPtrArray) other = make_blocks (search, tie);

      if (tie == best || count_lawful (other, deck, search->totals) < n_best)
        continue;
      for (guint j = 0; j < blocks->len; j++)
        {
          MdgBlock *block = g_ptr_array_index (blocks, j);

          if (block->is_refused || ((MdgBlock *) g_ptr_array_index (checked, j))->is_refused ||
              has_same_rows (block, g_ptr_array_index (other, j)))
            continue;
          mdg_block_say (block, mdg_import_message_new (MDG_MESSAGE_PIECES_TIED, NULL));
          block->is_refused = TRUE;
        }
    }

  return blocks;
}

static GPtrArray *
search_blocks (Search *search, const MdgDeck *deck)
{
  guint64 areas[MDG_MAX_BLOCKS] = { 0 };
  int last_ranks[MDG_MAX_BLOCKS] = { 0 };

  for (guint i = 0; i < search->n_heads; i++)
    {
      areas[i] = search->heads[i]->areas;
      last_ranks[i] = search->heads[i]->last_rank;
    }
  search_groupings (search, 0, 0, areas, last_ranks);

  return choose_grouping (search, deck);
}

/**
 * mdg_blocks_assemble:
 * @deck: a deck
 * @totals: (nullable): the table of totals
 *
 * Puts the pieces of the facility x prefecture tables together, and tells by the nearest totals
 * which facility type each table is of.
 *
 * Returns: (transfer full) (element-type MdgBlock): the tables in the order of the text
 */
GPtrArray *
mdg_blocks_assemble (const MdgDeck *deck, const MdgTotals *totals)
{
  GPtrArray *blocks;
  GPtrArray *count_pieces = deck->count_pieces;
  g_autofree Piece *pieces = NULL;
  Search search = { .totals = totals, .best_cost = G_MAXUINT, .best_distance = HUGE_VAL };
  gboolean too_many = count_pieces->len > MDG_MAX_BLOCKS + MAX_TAILS;

  if (!too_many)
    {
      pieces = g_new0 (Piece, MAX (count_pieces->len, 1));
      for (guint i = 0; i < count_pieces->len; i++)
        init_piece (&pieces[i], g_ptr_array_index (count_pieces, i));
      too_many = !split_pieces (&search, pieces, count_pieces->len);
    }

  if (!too_many && search.n_heads > 0)
    {
      blocks = search_blocks (&search, deck);
    }
  else
    {
      blocks = g_ptr_array_new_with_free_func (block_free);
      add_lone_blocks (blocks, count_pieces, too_many || count_pieces->len > MDG_MAX_BLOCKS);
      sum_and_name_blocks (blocks, too_many ? NULL : totals);
    }
  g_ptr_array_sort (blocks, compare_lines);

  return blocks;
}

/**
 * mdg_block_say:
 * @self: a block
 * @message: (transfer full): what is to be said about it
 *
 * Adds to the block's messages.
 */
void
mdg_block_say (MdgBlock *self, MdgImportMessage *message)
{
  g_ptr_array_add (self->messages, message);
}

/**
 * mdg_block_says:
 * @self: a block
 * @code: a message
 *
 * Returns: whether one of the block's messages is of @code
 */
gboolean
mdg_block_says (const MdgBlock *self, MdgMessageCode code)
{
  for (guint i = 0; i < self->messages->len; i++)
    if (((const MdgImportMessage *) g_ptr_array_index (self->messages, i))->code == code)
      return TRUE;

  return FALSE;
}
