/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-count-chain.h"

#include "import/deck/mdg-count-pair.h"
#include "import/deck/mdg-scan.h"

#include <string.h>

/*
 * Rates and counts that do not stand in rows: a column of rates, then a column of counts, or one
 * number to a line, perhaps with the ticks of a chart between them. Law 3 finds which counts belong
 * to which rate: hardly any two other counts have the same ratio to four digits, and those that do
 * stand out of order.
 */

/* More than a deck has. Searching more would take long, and a text that has more is no deck. */
#define MAX_RATES 400u
#define MAX_COUNTS 1000u
#define MAX_LINKS 3000u

/* How many pairs are tried, where trying a place to split takes longer. */
#define MAX_TRIALS 600000u
#define TRIALS_PER_SPLIT 8u

/* Fewer digits are never two counts without commas. */
#define MIN_GLUED 6

/* What a link is worth whose counts are both as far from those of the link before. */
#define REGULAR 1u

typedef struct
{
  gint64 value;
  guint index;
} Value;

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const Value *value_a = a;
  const Value *value_b = b;

  if (value_a->value != value_b->value)
    return value_a->value < value_b->value ? -1 : 1;

  return (value_a->index > value_b->index) - (value_a->index < value_b->index);
}

static guint
find_least (const GArray *values, gint64 least)
{
  guint low = 0;
  guint high = values->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (values, Value, middle).value < least)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

typedef struct
{
  GPtrArray *counts;
  GArray *values; /* of those that are one number, sorted */
  GArray *links;
  guint n_trials;
} Finder;

static gboolean
is_exhausted (const Finder *self)
{
  return self->links->len > MAX_LINKS || self->n_trials > MAX_TRIALS;
}

/* All pairs of counts that have a rate. */
static void
append_links (Finder *self, guint rate, const MdgField *field)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      const Value *whole = &g_array_index (self->values, Value, i);
      double part = (double) whole->value * mdg_decimal_to_double (field->rate) / 100;
      double slack = (double) whole->value * 0.0001 + 1;

      for (guint j = find_least (self->values, (gint64) (part - slack));
           j < self->values->len && !is_exhausted (self); j++)
        {
          const Value *other = &g_array_index (self->values, Value, j);
          MdgCountLink link = {
            rate,
            { other->index, whole->index },
            { other->value, whole->value },
            FALSE,
          };

          if ((double) other->value > part + slack)
            break;
          self->n_trials++;
          if (i != j && mdg_count_rate_holds (other->value, whole->value, field->rate))
            g_array_append_val (self->links, link);
        }
    }
}

static void
append_glued (Finder *self, guint rate, const MdgField *field)
{
  for (guint i = 0; i < self->counts->len && !is_exhausted (self); i++)
    {
      const MdgField *it = g_ptr_array_index (self->counts, i);
      MdgCountLink link = { .rate = rate, .columns = { i, i } };
      gint64 value;

      if (it->length < MIN_GLUED || (memchr (it->text, ',', it->length) != NULL &&
                                     mdg_count_parse (it->text, it->length, &value)))
        continue;
      self->n_trials += TRIALS_PER_SPLIT;
      if (!mdg_count_split (it->text, it->length, field->rate, link.counts))
        continue;
      link.is_turned = !mdg_count_rate_holds (link.counts[0], link.counts[1], field->rate);
      if (link.is_turned)
        {
          value = link.counts[0];
          link.counts[0] = link.counts[1];
          link.counts[1] = value;
        }
      g_array_append_val (self->links, link);
    }
}

static gboolean
can_follow (const MdgCountLink *before, const MdgCountLink *link)
{
  return before->rate < link->rate && before->columns[0] < link->columns[0] &&
         before->columns[1] < link->columns[1];
}

static gboolean
is_glued (const MdgCountLink *link)
{
  return link->columns[0] == link->columns[1];
}

/* Whether the counts of a row stand together, so that those of some rows may be glued. */
static gboolean
is_close (const MdgCountLink *link)
{
  return is_glued (link) || link->columns[0] + 1 == link->columns[1] ||
         link->columns[1] + 1 == link->columns[0];
}

static gboolean
is_regular (const MdgCountLink *before, const MdgCountLink *link)
{
  if (is_glued (before) != is_glued (link))
    return is_close (before) && is_close (link);

  return link->columns[0] - before->columns[0] == link->columns[1] - before->columns[1];
}

/* The longest way through the links in which everything goes on in order. A link that is out of step
 * is worth nothing, so that one is taken only where it leads on. */
static GArray *
find_longest (const GArray *links)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (MdgCountLink));
  g_autofree guint *scores = g_new0 (guint, MAX (links->len, 1));
  g_autofree guint *befores = g_new (guint, MAX (links->len, 1));
  guint best = G_MAXUINT;

  for (guint i = 0; i < links->len; i++)
    {
      const MdgCountLink *link = &g_array_index (links, MdgCountLink, i);

      befores[i] = G_MAXUINT;
      for (guint j = i; j > 0; j--)
        {
          const MdgCountLink *before = &g_array_index (links, MdgCountLink, j - 1);
          guint score;

          if (!can_follow (before, link))
            continue;
          score = scores[j - 1] + (is_regular (before, link) ? REGULAR : 0);
          if (score > scores[i])
            {
              scores[i] = score;
              befores[i] = j - 1;
            }
        }
      if (best == G_MAXUINT || scores[i] > scores[best])
        best = i;
    }

  for (; best != G_MAXUINT; best = befores[best])
    g_array_prepend_val (chain, g_array_index (links, MdgCountLink, best));

  return chain;
}

/**
 * mdg_count_chain_find:
 * @rates: (element-type MdgField): rates in the order of the text
 * @counts: (element-type MdgField): counts in the order of the text
 *
 * Finds the rates that have counts, and which.
 *
 * Returns: (transfer full) (element-type MdgCountLink): them, in the order of the text
 */
GArray *
mdg_count_chain_find (GPtrArray *rates, GPtrArray *counts)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (MdgCountLink));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (Value));
  Finder finder = { counts, values, links, 0 };

  if (rates->len > MAX_RATES || counts->len > MAX_COUNTS)
    return g_steal_pointer (&links);

  for (guint i = 0; i < counts->len; i++)
    {
      const MdgField *field = g_ptr_array_index (counts, i);
      Value value = { .index = i };

      if (mdg_count_parse (field->text, field->length, &value.value))
        g_array_append_val (values, value);
    }
  g_array_sort (values, compare_values);

  for (guint i = 0; i < rates->len; i++)
    {
      append_links (&finder, i, g_ptr_array_index (rates, i));
      append_glued (&finder, i, g_ptr_array_index (rates, i));
    }
  if (is_exhausted (&finder))
    g_array_set_size (links, 0);

  return find_longest (links);
}

/* Two glued counts whose rate does not hold, by their commas. */
static gboolean
split_by_commas (const MdgField *field, gboolean is_turned, gint64 values[2])
{
  const char *p = field->text;
  MdgCounts counts;

  if (!mdg_scan_counts (&p, 0, &counts) || counts.n != 2 || counts.n_choices > 1)
    return FALSE;

  values[0] = counts.values[is_turned ? 1 : 0];
  values[1] = counts.values[is_turned ? 0 : 1];
  return TRUE;
}

/* The link @step after @before, if its counts can be read. */
static gboolean
make_link (const MdgCountLink *before,
           const gint64 strides[2],
           gint64 step,
           guint rate,
           GPtrArray *counts,
           MdgCountLink *link)
{
  *link = (MdgCountLink) { .rate = rate };
  for (guint i = 0; i < 2; i++)
    {
      gint64 column = (gint64) before->columns[i] + strides[i] * step;
      const MdgField *field;

      if (column < 0 || column >= (gint64) counts->len)
        return FALSE;
      field = g_ptr_array_index (counts, (guint) column);
      link->columns[i] = (guint) column;
      if (before->columns[0] == before->columns[1])
        {
          if (!split_by_commas (field, before->is_turned, link->counts))
            return FALSE;
        }
      else if (!mdg_count_parse (field->text, field->length, &link->counts[i]))
        {
          return FALSE;
        }
    }

  return TRUE;
}

/* Puts links for all rates from @first to @end between two links, or beyond the end of the chain. */
static gboolean
fill_gap (GArray *filled,
          const MdgCountLink *before,
          const MdgCountLink *after,
          guint first,
          guint end,
          GPtrArray *counts)
{
  const MdgCountLink *anchor = before != NULL ? before : after;
  gint64 n = (gint64) end - first;
  gint64 strides[2] = { 1, 1 };

  for (guint i = 0; before != NULL && after != NULL && n > 0 && i < 2; i++)
    {
      gint64 distance = (gint64) after->columns[i] - before->columns[i];

      if (distance % (n + 1) != 0)
        return FALSE;
      strides[i] = distance / (n + 1);
    }
  /* Beyond the ends the counts go on as the two of a link stand: beside each other or in columns. */
  if (before == NULL || after == NULL)
    {
      gint64 distance = (gint64) anchor->columns[1] - anchor->columns[0];

      strides[0] = strides[1] = distance == 1 || distance == -1 ? 2 : 1;
    }

  for (gint64 i = 0; i < n; i++)
    {
      MdgCountLink link;

      if (!make_link (anchor, strides, before != NULL ? i + 1 : i - n, first + (guint) i, counts,
                      &link))
        return FALSE;
      g_array_append_val (filled, link);
    }

  return TRUE;
}

/**
 * mdg_count_chain_fill:
 * @chain: (element-type MdgCountLink): a chain that was found
 * @rates: (element-type MdgField): the rates
 * @counts: (element-type MdgField): the counts
 * @n_wanted: how many links there should be
 *
 * Adds the rates that no law gives counts, by their places between the others: there a figure is
 * wrong. If it is not clear which rates and counts those are, the chain is left alone.
 *
 * Returns: whether the chain has as many links as wanted
 */
gboolean
mdg_count_chain_fill (GArray *chain, GPtrArray *rates, GPtrArray *counts, guint n_wanted)
{
  g_autoptr (GArray) filled = g_array_new (FALSE, FALSE, sizeof (MdgCountLink));
  guint first;
  guint end;

  if (chain->len == 0 || chain->len >= n_wanted)
    return chain->len == n_wanted;

  first = g_array_index (chain, MdgCountLink, 0).rate;
  end = g_array_index (chain, MdgCountLink, chain->len - 1).rate + 1;
  if (end - first != n_wanted)
    {
      first = 0;
      end = rates->len;
    }
  if (end - first != n_wanted)
    return FALSE;

  for (guint i = 0; i <= chain->len; i++)
    {
      const MdgCountLink *before = i > 0 ? &g_array_index (chain, MdgCountLink, i - 1) : NULL;
      const MdgCountLink *after = i < chain->len ? &g_array_index (chain, MdgCountLink, i) : NULL;

      if (!fill_gap (filled, before, after, before != NULL ? before->rate + 1 : first,
                     after != NULL ? after->rate : end, counts))
        return FALSE;
      if (after != NULL)
        g_array_append_vals (filled, after, 1);
    }

  g_array_set_size (chain, 0);
  g_array_append_vals (chain, filled->data, filled->len);

  return TRUE;
}
