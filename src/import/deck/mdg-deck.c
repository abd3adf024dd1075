/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-deck.h"

static void
clear_bare_count (gpointer data)
{
  g_free (((MdgBareCount *) data)->misprint);
}

/**
 * mdg_type_table_new:
 * @line: index of the line where it begins
 *
 * Returns: (transfer full): a table without rows
 */
MdgTypeTable *
mdg_type_table_new (guint line)
{
  MdgTypeTable *self = g_new0 (MdgTypeTable, 1);

  self->line = line;

  return self;
}

/**
 * mdg_type_table_free:
 * @self: (nullable): a table
 *
 * Frees a table and its other readings.
 */
void
mdg_type_table_free (MdgTypeTable *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_free (self);
}

/**
 * mdg_deck_new:
 * @document: the document, which must outlive the deck
 *
 * Returns: (transfer full): a deck with its slides, and no candidate yet
 */
MdgDeck *
mdg_deck_new (const MdgDocument *document)
{
  MdgDeck *self = g_new0 (MdgDeck, 1);

  self->document = document;
  self->slides = mdg_slides_new (document);
  self->month_notes = g_array_new (FALSE, FALSE, sizeof (MdgMonthNote));
  self->type_tables = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_type_table_free);
  self->rate_tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->count_pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->headlines = g_array_new (FALSE, FALSE, sizeof (MdgHeadline));
  self->bare_counts = g_array_new (FALSE, FALSE, sizeof (MdgBareCount));
  g_array_set_clear_func (self->bare_counts, clear_bare_count);
  self->baseline_notes = g_array_new (FALSE, FALSE, sizeof (MdgBaselineNote));
  self->claims_rates = g_array_new (FALSE, FALSE, sizeof (MdgClaimsRate));
  self->insured = g_array_new (FALSE, FALSE, sizeof (MdgInsured));
  self->band_pairs = g_array_new (FALSE, FALSE, sizeof (MdgBandPair));
  self->facility_counts = g_array_new (FALSE, FALSE, sizeof (MdgFacilityCount));

  return self;
}

/**
 * mdg_deck_free:
 * @self: (nullable): a deck
 *
 * Frees a deck.
 */
void
mdg_deck_free (MdgDeck *self)
{
  if (self == NULL)
    return;

  mdg_slides_free (self->slides);
  g_free (self->title);
  g_array_unref (self->month_notes);
  g_ptr_array_unref (self->type_tables);
  g_ptr_array_unref (self->rate_tables);
  g_ptr_array_unref (self->count_pieces);
  g_array_unref (self->headlines);
  g_array_unref (self->bare_counts);
  g_array_unref (self->baseline_notes);
  g_array_unref (self->claims_rates);
  g_array_unref (self->insured);
  g_array_unref (self->band_pairs);
  g_array_unref (self->facility_counts);
  g_free (self);
}

/**
 * mdg_deck_has_table:
 * @self: a deck
 *
 * Returns: whether anything at all was recognised
 */
gboolean
mdg_deck_has_table (const MdgDeck *self)
{
  return self->type_tables->len > 0 || self->rate_tables->len > 0 || self->count_pieces->len > 0 ||
         self->headlines->len > 0 || self->claims_rates->len > 0 || self->insured->len > 0 ||
         self->band_pairs->len > 0 || self->facility_counts->len > 0;
}

/**
 * mdg_deck_get_page:
 * @self: a deck
 * @line: index of a line
 *
 * Returns: the slide the line stands on, or %MDG_PAGE_UNKNOWN
 */
int
mdg_deck_get_page (const MdgDeck *self, guint line)
{
  return mdg_slides_get_page (self->slides, line);
}
