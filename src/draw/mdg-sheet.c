/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-sheet.h"

#include <string.h>

#include "draw/mdg-sheet-picture.h"
#include "draw/mdg-sheet-private.h"

G_DEFINE_BOXED_TYPE (MdgSheet, mdg_sheet, mdg_sheet_ref, mdg_sheet_unref)

static void
section_free (gpointer data)
{
  MdgSheetSection *section = data;

  g_free (section->title);
  g_free (section->validity);
  g_free (section->source);
  g_free (section);
}

static void
block_free (gpointer data)
{
  MdgSheetBlock *block = data;

  g_free (block->widths);
  g_free (block->label);
  g_free (block->text);
  g_free (block->detail);
  g_clear_pointer (&block->pictures, g_ptr_array_unref);
  g_strfreev (block->cells);
  g_free (block);
}

/* Texts come from files of others and from what users typed: what is not text is shown as such, and
 * control characters, which fonts have no sign for, are left out. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\t' || !g_unichar_iscntrl (c))
        g_string_append_unichar (clean, c);
    }

  return g_string_free_and_steal (clean);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

static MdgSheetBlock *
add_block (MdgSheet *self, MdgSheetBlockKind kind, const char *label, const char *text)
{
  MdgSheetBlock *block = g_new0 (MdgSheetBlock, 1);

  block->kind = kind;
  block->label = clean (label);
  block->text = clean (text);
  block->detail = g_strdup ("");
  g_ptr_array_add (self->blocks, block);

  return block;
}

static void
add_section (MdgSheet *self, const char *title, const char *validity, const char *source)
{
  MdgSheetSection *section = g_new0 (MdgSheetSection, 1);

  section->title = clean (title);
  section->validity = clean (validity);
  section->source = clean (source);
  g_ptr_array_add (self->sections, section);
}

/**
 * mdg_sheet_new:
 * @title: what the document is called: the title of the file, and at the head of its further pages
 *
 * Returns: (transfer full): an empty sheet
 */
MdgSheet *
mdg_sheet_new (const char *title)
{
  MdgSheet *self = g_new0 (MdgSheet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->title = clean (title);
  self->text_scale = 1;
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  add_section (self, title, NULL, NULL);

  return self;
}

/**
 * mdg_sheet_ref:
 * @self: a sheet
 *
 * Returns: (transfer full): @self
 */
MdgSheet *
mdg_sheet_ref (MdgSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mdg_sheet_unref:
 * @self: (transfer full): a sheet
 *
 * Gives a reference back.
 */
void
mdg_sheet_unref (MdgSheet *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_free (self->subject);
  g_free (self->edition);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * mdg_sheet_get_title:
 * @self: a sheet
 *
 * Returns: what the document is called
 */
const char *
mdg_sheet_get_title (const MdgSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * mdg_sheet_set_furniture:
 * @self: a sheet
 * @edition: (nullable): what the document is made from, and its version; for all pages
 * @validity: (nullable): when it holds; for the section that is begun
 * @source: (nullable): where it is from; for the section that is begun
 *
 * Says what stands at the foot of every page, beside the page's number. Each has three lines at
 * most, and is cut short with "…" beyond them: what is longer belongs into the document as well.
 */
void
mdg_sheet_set_furniture (MdgSheet *self,
                         const char *edition,
                         const char *validity,
                         const char *source)
{
  MdgSheetSection *section;

  g_return_if_fail (self != NULL);

  section = g_ptr_array_index (self->sections, self->sections->len - 1);
  g_free (self->edition);
  self->edition = clean (edition);
  g_free (section->validity);
  section->validity = clean (validity);
  g_free (section->source);
  section->source = clean (source);
}

/**
 * mdg_sheet_begin_section:
 * @self: a sheet
 * @title: what stands at the head of the section's further pages
 * @validity: (nullable): when it holds
 * @source: (nullable): where it is from
 *
 * Begins a new page, with a foot of its own. A sheet has one section to begin with; if nothing was
 * added to it yet, it becomes this one.
 */
void
mdg_sheet_begin_section (MdgSheet *self,
                         const char *title,
                         const char *validity,
                         const char *source)
{
  MdgSheetBlock *block;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->table_columns == 0);

  if (self->blocks->len == 0)
    g_ptr_array_set_size (self->sections, 0);
  add_section (self, title, validity, source);
  block = add_block (self, MDG_SHEET_BLOCK_SECTION, NULL, NULL);
  block->section = self->sections->len - 1;
}

/**
 * mdg_sheet_begin_columns:
 * @self: a sheet
 * @n_columns: 1 to 4
 *
 * Sets what follows in columns, down each of them in turn, until the next section is begun or this
 * is called again.
 */
void
mdg_sheet_begin_columns (MdgSheet *self, guint n_columns)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (n_columns >= 1 && n_columns <= 4);
  g_return_if_fail (self->table_columns == 0);

  add_block (self, MDG_SHEET_BLOCK_COLUMNS, NULL, NULL)->n = n_columns;
}

/**
 * mdg_sheet_begin_keep:
 * @self: a sheet
 *
 * Keeps what follows on one page, up to mdg_sheet_end_keep(), if one page can hold it. Nests.
 */
void
mdg_sheet_begin_keep (MdgSheet *self)
{
  g_return_if_fail (self != NULL);

  self->n_keeps++;
  add_block (self, MDG_SHEET_BLOCK_KEEP, NULL, NULL);
}

/**
 * mdg_sheet_end_keep:
 * @self: a sheet
 *
 * Ends what mdg_sheet_begin_keep() began.
 */
void
mdg_sheet_end_keep (MdgSheet *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->n_keeps > 0);

  self->n_keeps--;
  add_block (self, MDG_SHEET_BLOCK_END_KEEP, NULL, NULL);
}

/**
 * mdg_sheet_add_title:
 * @self: a sheet
 * @above: (nullable): a line above the title that says what kind of document it is
 * @title: the title
 *
 * Adds the title of a document or a section.
 */
void
mdg_sheet_add_title (MdgSheet *self, const char *above, const char *title)
{
  g_return_if_fail (self != NULL);

  add_block (self, MDG_SHEET_BLOCK_TITLE, above, title);
}

/**
 * mdg_sheet_add_heading:
 * @self: a sheet
 * @text: (nullable): what follows is called
 *
 * Adds a heading. It never stands alone at the end of a page.
 */
void
mdg_sheet_add_heading (MdgSheet *self, const char *text)
{
  g_return_if_fail (self != NULL);

  if (!is_blank (text))
    add_block (self, MDG_SHEET_BLOCK_HEADING, NULL, text);
}

/**
 * mdg_sheet_add_subheading:
 * @self: a sheet
 * @mark: a sign before it
 * @text: (nullable): what follows is called
 *
 * Adds a heading below mdg_sheet_add_heading(). It never stands alone at the end of a page.
 */
void
mdg_sheet_add_subheading (MdgSheet *self, MdgSheetMark mark, const char *text)
{
  g_return_if_fail (self != NULL);

  if (!is_blank (text))
    add_block (self, MDG_SHEET_BLOCK_SUBHEADING, NULL, text)->mark = mark;
}

/**
 * mdg_sheet_add_paragraph:
 * @self: a sheet
 * @style: what it looks like
 * @text: (nullable): a text; a line feed begins a new line
 *
 * Adds a paragraph.
 */
void
mdg_sheet_add_paragraph (MdgSheet *self, MdgSheetStyle style, const char *text)
{
  g_return_if_fail (self != NULL);

  if (!is_blank (text))
    add_block (self, MDG_SHEET_BLOCK_PARAGRAPH, NULL, text)->style = style;
}

/**
 * mdg_sheet_add_runs:
 * @self: a sheet
 * @n_runs: how many
 * @labels: (array length=n_runs): what each text is, in bold before it
 * @texts: (array length=n_runs): the texts; one that is %NULL or empty is left out with its label
 *
 * Adds labelled texts as one paragraph, which takes less room than rows.
 */
void
mdg_sheet_add_runs (MdgSheet *self,
                    guint n_runs,
                    const char *const *labels,
                    const char *const *texts)
{
  g_autoptr (GStrvBuilder) runs = g_strv_builder_new ();
  gboolean is_empty = TRUE;

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < n_runs; i++)
    {
      if (is_blank (texts[i]))
        continue;
      g_strv_builder_take (runs, clean (labels[i]));
      g_strv_builder_take (runs, clean (texts[i]));
      is_empty = FALSE;
    }
  if (!is_empty)
    add_block (self, MDG_SHEET_BLOCK_RUNS, NULL, NULL)->cells = g_strv_builder_end (runs);
}

/**
 * mdg_sheet_add_callout:
 * @self: a sheet
 * @mark: a sign before the label
 * @label: what the text is, such as "Say to the patient"
 * @text: (nullable): the text
 *
 * Adds a framed box with large text.
 */
void
mdg_sheet_add_callout (MdgSheet *self, MdgSheetMark mark, const char *label, const char *text)
{
  g_return_if_fail (self != NULL);

  if (!is_blank (text))
    add_block (self, MDG_SHEET_BLOCK_CALLOUT, label, text)->mark = mark;
}

/**
 * mdg_sheet_add_field:
 * @self: a sheet
 * @label: what the value is
 * @value: (nullable): the value
 *
 * Adds a row of a label and its value. Labels of several rows stand in one column.
 */
void
mdg_sheet_add_field (MdgSheet *self, const char *label, const char *value)
{
  g_return_if_fail (self != NULL);

  if (!is_blank (value))
    add_block (self, MDG_SHEET_BLOCK_FIELD, label, value);
}

/**
 * mdg_sheet_add_item:
 * @self: a sheet
 * @marker: what stands before it, such as "•" or "1."
 * @text: the item
 * @detail: (nullable): what is said about it, smaller
 *
 * Adds an item of a list.
 */
void
mdg_sheet_add_item (MdgSheet *self, const char *marker, const char *text, const char *detail)
{
  MdgSheetBlock *block;

  g_return_if_fail (self != NULL);

  if (is_blank (text) && is_blank (detail))
    return;
  block = add_block (self, MDG_SHEET_BLOCK_ITEM, marker, text);
  g_free (block->detail);
  block->detail = clean (detail);
}

/**
 * mdg_sheet_add_check:
 * @self: a sheet
 * @mark: %MDG_SHEET_MARK_OPEN, %MDG_SHEET_MARK_DONE or %MDG_SHEET_MARK_NOT_APPLICABLE
 * @text: what is to be done
 * @detail: (nullable): how, or what was noted, smaller
 * @aside: (nullable): what stands at the right, such as who did it and when
 *
 * Adds an item of a checklist.
 */
void
mdg_sheet_add_check (MdgSheet *self,
                     MdgSheetMark mark,
                     const char *text,
                     const char *detail,
                     const char *aside)
{
  MdgSheetBlock *block;

  g_return_if_fail (self != NULL);

  block = add_block (self, MDG_SHEET_BLOCK_CHECK, aside, text);
  block->mark = mark;
  g_free (block->detail);
  block->detail = clean (detail);
}

/**
 * mdg_sheet_add_space:
 * @self: a sheet
 * @lines: how much, in lines of running text
 *
 * Leaves room. At the head of a page it is left out.
 */
void
mdg_sheet_add_space (MdgSheet *self, double lines)
{
  g_return_if_fail (self != NULL);

  add_block (self, MDG_SHEET_BLOCK_SPACE, NULL, NULL)->size = CLAMP (lines, 0, 20);
}

/**
 * mdg_sheet_add_lines:
 * @self: a sheet
 * @n_lines: how many
 *
 * Adds ruled lines to write on by hand.
 */
void
mdg_sheet_add_lines (MdgSheet *self, guint n_lines)
{
  g_return_if_fail (self != NULL);

  if (n_lines > 0)
    add_block (self, MDG_SHEET_BLOCK_LINES, NULL, NULL)->n = n_lines;
}

/**
 * mdg_sheet_add_pictures:
 * @self: a sheet
 * @n_pictures: how many
 * @pictures: (array length=n_pictures) (transfer full): pictures
 *
 * Adds pictures that stand beside each other, or below each other where the paper is narrow.
 */
void
mdg_sheet_add_pictures (MdgSheet *self, guint n_pictures, MdgSheetPicture **pictures)
{
  MdgSheetBlock *block;

  g_return_if_fail (self != NULL);
  g_return_if_fail (n_pictures > 0);
  g_return_if_fail (self->table_columns == 0);

  block = add_block (self, MDG_SHEET_BLOCK_PICTURES, NULL, NULL);
  block->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_sheet_picture_free);
  for (guint i = 0; i < n_pictures; i++)
    g_ptr_array_add (block->pictures, pictures[i]);
}

/**
 * mdg_sheet_begin_table:
 * @self: a sheet
 * @kind: what the table is for
 * @n_columns: how many columns, up to %MDG_SHEET_MAX_COLUMNS
 * @widths: (array length=n_columns): how wide the columns are in proportion to each other, above 0
 * @headings: (nullable) (array length=n_columns): what stands above the columns, on every page
 *
 * Begins a table, whose rows are added until mdg_sheet_end_table().
 */
void
mdg_sheet_begin_table (MdgSheet *self,
                       MdgSheetTableKind kind,
                       guint n_columns,
                       const double *widths,
                       const char *const *headings)
{
  MdgSheetBlock *block;
  double sum = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->table_columns == 0);
  g_return_if_fail (n_columns > 0 && n_columns <= MDG_SHEET_MAX_COLUMNS);

  block = add_block (self, MDG_SHEET_BLOCK_TABLE, NULL, NULL);
  block->table = kind;
  block->n = n_columns;
  block->widths = g_new (double, n_columns);
  for (guint i = 0; i < n_columns; i++)
    sum += widths[i];
  for (guint i = 0; i < n_columns; i++)
    block->widths[i] = widths[i] / sum;
  if (headings != NULL)
    {
      block->cells = g_new0 (char *, n_columns + 1);
      for (guint i = 0; i < n_columns; i++)
        block->cells[i] = clean (headings[i]);
    }
  self->table_columns = n_columns;
}

/**
 * mdg_sheet_add_row:
 * @self: a sheet in which a table was begun
 * @cells: (nullable): a text for every column; any may be %NULL for an empty cell, or all together
 *
 * Adds a row. It goes over to the next page whole, unless it is taller than a page.
 */
void
mdg_sheet_add_row (MdgSheet *self, const char *const *cells)
{
  MdgSheetBlock *block;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->table_columns > 0);

  block = add_block (self, MDG_SHEET_BLOCK_ROW, NULL, NULL);
  block->n = self->table_columns;
  block->cells = g_new0 (char *, self->table_columns + 1);
  for (guint i = 0; i < self->table_columns; i++)
    block->cells[i] = clean (cells != NULL ? cells[i] : NULL);
}

/**
 * mdg_sheet_end_table:
 * @self: a sheet in which a table was begun
 *
 * Ends the table.
 */
void
mdg_sheet_end_table (MdgSheet *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->table_columns > 0);

  add_block (self, MDG_SHEET_BLOCK_END_TABLE, NULL, NULL);
  self->table_columns = 0;
}
