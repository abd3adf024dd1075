/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-sheet-sources.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "guide/mdg-guide-words.h"

/**
 * mdg_sheet_sources_init:
 * @self: sources
 *
 * Begins without any source, valid always.
 */
void
mdg_sheet_sources_init (MdgSheetSources *self)
{
  *self = (MdgSheetSources) { .list = g_ptr_array_new () };
}

/**
 * mdg_sheet_sources_clear:
 * @self: sources
 *
 * Frees what @self holds.
 */
void
mdg_sheet_sources_clear (MdgSheetSources *self)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
}

/**
 * mdg_sheet_sources_add:
 * @self: sources
 * @basis: what something in the document rests on
 *
 * Adds the sources of @basis that are not there yet, and narrows the days down to its own.
 */
void
mdg_sheet_sources_add (MdgSheetSources *self, const MdgGuideBasis *basis)
{
  for (guint i = 0; i < basis->sources->len; i++)
    {
      gpointer source = g_ptr_array_index (basis->sources, i);

      if (!g_ptr_array_find (self->list, source, NULL))
        g_ptr_array_add (self->list, source);
    }
  self->valid_from = MAX (self->valid_from, basis->valid_from);
  if (basis->valid_until != MDG_DAY_NONE &&
      (self->valid_until == MDG_DAY_NONE || basis->valid_until < self->valid_until))
    self->valid_until = basis->valid_until;
}

/**
 * mdg_sheet_sources_format_basis:
 * @self: sources
 * @basis: a basis that was added
 *
 * Returns: (transfer full): when @basis holds, and the numbers of its sources
 */
char *
mdg_sheet_sources_format_basis (const MdgSheetSources *self, const MdgGuideBasis *basis)
{
  g_autofree char *validity = NULL;
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < basis->sources->len; i++)
    {
      guint index;

      if (g_ptr_array_find (self->list, g_ptr_array_index (basis->sources, i), &index))
        g_string_append_printf (numbers, "[%u]", index + 1);
    }

  /* Where no day is known, the foot of the page says so. */
  if (basis->valid_from == MDG_DAY_NONE && basis->valid_until == MDG_DAY_NONE)
    /* Translators: numbers of sources, such as [1][3]. */
    return g_strdup_printf (C_ ("sheet", "Source %s"), numbers->str);

  validity = mdg_guide_format_validity (basis->valid_from, basis->valid_until);
  /* Translators: when a rule holds, and numbers of its sources, such as [1][3]. */
  return g_strdup_printf (C_ ("sheet", "%s · Source %s"), validity, numbers->str);
}

/**
 * mdg_sheet_sources_format_line:
 * @self: sources
 *
 * Returns: (transfer full): the sources in a line, for the foot of a page
 */
char *
mdg_sheet_sources_format_line (const MdgSheetSources *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GPtrArray) publishers = g_ptr_array_new ();

  if (self->list->len == 0)
    return g_strdup ("");

  if (self->list->len == 1)
    {
      const MdgGuideSource *source = g_ptr_array_index (self->list, 0);
      g_autofree char *details = mdg_guide_format_source (source);

      /* Translators: a publication, and its publisher, page and day. */
      return g_strdup_printf (C_ ("sheet", "Source: %s (%s)"), mdg_guide_text_get (&source->title),
                              details);
    }

  for (guint i = 0; i < self->list->len; i++)
    {
      const MdgGuideSource *source = g_ptr_array_index (self->list, i);
      const char *publisher = mdg_guide_text_get (&source->publisher);

      if (g_ptr_array_find_with_equal_func (publishers, publisher, g_str_equal, NULL))
        continue;
      g_ptr_array_add (publishers, (gpointer) publisher);
      g_string_append_printf (line, "%s%s", line->len > 0 ? C_ ("sheet", ", ") : "", publisher);
    }

  /* Translators: how many publications, and who published them. */
  return g_strdup_printf (
    g_dngettext (NULL, "Sources: %u publication by %s; listed where they are used",
                 "Sources: %u publications by %s; listed where they are used", self->list->len),
    self->list->len, line->str);
}

/**
 * mdg_sheet_sources_format_validity:
 * @self: sources
 * @day: the day whose rules are followed
 *
 * Returns: (transfer full): that day, and from when until when all of the document holds
 */
char *
mdg_sheet_sources_format_validity (const MdgSheetSources *self, MdgDay day)
{
  g_autofree char *as_of = mdg_sheet_format_day (day);
  g_autofree char *validity = mdg_guide_format_validity (self->valid_from, self->valid_until);

  /* Translators: "Rules of 22 November 2026", and when they are valid. */
  return g_strdup_printf (C_ ("sheet", "%s. %s"), as_of, validity);
}

/* Translators: number, title, and publisher, page and day of a source. */
static char *
format_item (const MdgSheetSources *self, guint index)
{
  const MdgGuideSource *source = g_ptr_array_index (self->list, index);
  g_autofree char *details = mdg_guide_format_source (source);

  return g_strdup_printf (C_ ("sheet", "[%u] %s (%s)"), index + 1,
                          mdg_guide_text_get (&source->title), details);
}

/**
 * mdg_sheet_sources_write:
 * @self: sources
 * @sheet: a sheet
 *
 * Lists the sources in full, with their numbers and addresses.
 */
void
mdg_sheet_sources_write (const MdgSheetSources *self, MdgSheet *sheet)
{
  if (self->list->len == 0)
    return;

  mdg_sheet_add_subheading (sheet, MDG_SHEET_MARK_NONE, C_ ("sheet", "Sources"));
  for (guint i = 0; i < self->list->len; i++)
    {
      const MdgGuideSource *source = g_ptr_array_index (self->list, i);
      g_autofree char *item = format_item (self, i);
      g_autofree char *text =
        source->url != NULL ? g_strdup_printf ("%s %s", item, source->url) : g_strdup (item);

      mdg_sheet_add_paragraph (sheet, MDG_SHEET_DIM, text);
    }
}

/**
 * mdg_sheet_sources_write_compact:
 * @self: sources
 * @sheet: a sheet
 *
 * Lists the sources with their numbers, in as little room as possible: without addresses.
 */
void
mdg_sheet_sources_write_compact (const MdgSheetSources *self, MdgSheet *sheet)
{
  g_autoptr (GString) text = g_string_new (C_ ("sheet", "Sources"));

  for (guint i = 0; i < self->list->len; i++)
    {
      g_autofree char *item = format_item (self, i);

      g_string_append_printf (text, "  %s", item);
    }
  if (self->list->len > 0)
    mdg_sheet_add_paragraph (sheet, MDG_SHEET_DIM, text->str);
}

/**
 * mdg_sheet_format_edition:
 * @pack: a guide pack
 *
 * Returns: (transfer full): what the pack is called, its version and its day
 */
char *
mdg_sheet_format_edition (const MdgGuidePack *pack)
{
  g_autofree char *day = mdg_format_day (mdg_guide_pack_get_date (pack));

  /* Translators: title, version and day of a guide pack. */
  return g_strdup_printf (C_ ("sheet", "%s, version %s of %s"),
                          mdg_guide_text_get (mdg_guide_pack_get_title (pack)),
                          mdg_guide_pack_get_version (pack), day);
}

/**
 * mdg_sheet_format_day:
 * @day: the day whose rules are followed
 *
 * Returns: (transfer full): that these are the rules of that day
 */
char *
mdg_sheet_format_day (MdgDay day)
{
  g_autofree char *text = mdg_format_day (day);

  return g_strdup_printf (_ ("Rules of %s"), text);
}

/**
 * mdg_sheet_begin_document:
 * @sheet: an empty sheet
 * @pack: the pack it is made from
 * @sources: what it rests on
 * @day: the day whose rules are followed
 *
 * Says at the foot of all pages what the document is made from.
 */
void
mdg_sheet_begin_document (MdgSheet *sheet,
                          const MdgGuidePack *pack,
                          const MdgSheetSources *sources,
                          MdgDay day)
{
  g_autofree char *edition = mdg_sheet_format_edition (pack);
  g_autofree char *validity = mdg_sheet_sources_format_validity (sources, day);
  g_autofree char *source = mdg_sheet_sources_format_line (sources);

  mdg_sheet_set_furniture (sheet, edition, validity, source);
}

/**
 * mdg_sheet_begin_chapter:
 * @sheet: a sheet
 * @title: what the chapter is called
 * @sources: what it rests on
 * @day: the day whose rules are followed
 *
 * Begins a page, and says at its foot what the chapter rests on.
 */
void
mdg_sheet_begin_chapter (MdgSheet *sheet,
                         const char *title,
                         const MdgSheetSources *sources,
                         MdgDay day)
{
  g_autofree char *validity = mdg_sheet_sources_format_validity (sources, day);
  g_autofree char *source = mdg_sheet_sources_format_line (sources);

  mdg_sheet_begin_section (sheet, title, validity, source);
}
