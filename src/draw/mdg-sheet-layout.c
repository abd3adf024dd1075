/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-sheet-layout.h"

#include <math.h>

#include "core/mdg-language.h"
#include "draw/mdg-sheet-layout-private.h"

#define MIN_WIDTH 300.0
#define MIN_HEIGHT 300.0
#define MIN_MARGIN 26.0
#define MAX_MARGIN 48.0
#define MARGIN_SHARE 0.075
#define DENSE_MARGIN 0.68
/* The size of running text on A4 and wider, and the least on anything narrower. */
#define TEXT_SIZE 10.2
#define MIN_TEXT_SIZE 8.6
#define A4_WIDTH 595.0
#define FOOT_LINES 3
/* Nothing is set smaller than this on a paper of usual size. */
#define LEAST_SIZE 6.75
/* The foot stands nearer to the edge than what is to be read. */
#define FOOT_MARGIN 0.62

static gboolean
is_japanese (gunichar c)
{
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

/* Japanese words in an English text must not be set in the Chinese shapes of their letters. */
static void
mark_japanese (PangoAttrList *attributes, const char *text)
{
  const char *start = NULL;
  const char *p = text;

  for (;; p = g_utf8_next_char (p))
    {
      gboolean inside = *p != '\0' && is_japanese (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;
      else if (!inside && start != NULL)
        {
          PangoAttribute *attribute = pango_attr_language_new (pango_language_from_string ("ja"));

          attribute->start_index = (guint) (start - text);
          attribute->end_index = (guint) (p - text);
          pango_attr_list_insert (attributes, attribute);
          start = NULL;
        }
      if (*p == '\0')
        return;
    }
}

/* Letters and digits between Japanese characters are to be of the same hand. */
static const char *
get_family (void)
{
  return mdg_language_get () == MDG_LANGUAGE_JAPANESE ? "Noto Sans CJK JP, Noto Sans JP, Sans"
                                                      : "Sans";
}

/**
 * mdg_sheet_layout_create_text:
 * @self: a layout
 * @text: a text
 * @size: the size of its letters
 * @is_bold: whether it is bold
 * @width: the room there is
 *
 * Returns: (transfer none): the text, wrapped; it lives as long as @self
 */
PangoLayout *
mdg_sheet_layout_create_text (MdgSheetLayout *self,
                              const char *text,
                              double size,
                              gboolean is_bold,
                              double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (get_family ());
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  /* A hyphen that the text does not have would be copied with it, and mislead in a number. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (mdg_language_get () != MDG_LANGUAGE_JAPANESE)
    mark_japanese (attributes, text);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) floor (MAX (width, size) * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  g_ptr_array_add (self->texts, layout);

  return layout;
}

/**
 * mdg_sheet_layout_create_runs:
 * @self: a layout
 * @runs: (array zero-terminated=1): labels and texts by turns
 * @size: the size of their letters
 * @width: the room there is
 *
 * Returns: (transfer none): the texts in one paragraph, their labels in bold; it lives as long as @self
 */
PangoLayout *
mdg_sheet_layout_create_runs (MdgSheetLayout *self, char **runs, double size, double width)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();
  PangoLayout *layout;
  PangoAttrList *attributes;

  for (guint i = 0; runs[i] != NULL && runs[i + 1] != NULL; i += 2)
    {
      PangoAttribute *attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      g_string_append (text, text->len > 0 ? "  " : "");
      attribute->start_index = (guint) text->len;
      g_string_append (text, runs[i]);
      attribute->end_index = (guint) text->len;
      pango_attr_list_insert (bold, attribute);
      g_string_append_printf (text, " %s", runs[i + 1]);
    }

  layout = mdg_sheet_layout_create_text (self, text->str, size, FALSE, width);
  attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  pango_attr_list_splice (attributes, bold, 0, 0);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

/**
 * mdg_sheet_layout_get_column_width:
 * @self: a layout
 * @n_columns: how many columns stand beside each other
 *
 * Returns: the width of each
 */
double
mdg_sheet_layout_get_column_width (const MdgSheetLayout *self, guint n_columns)
{
  return (self->width - 2 * self->margin - (n_columns - 1) * self->gutter) / n_columns;
}

/**
 * mdg_sheet_layout_get_body_top:
 * @self: a layout
 * @begins_section: whether the page is the first of its section
 *
 * Returns: where the page's blocks begin
 */
double
mdg_sheet_layout_get_body_top (const MdgSheetLayout *self, gboolean begins_section)
{
  return self->margin + (begins_section ? 0 : self->head_height);
}

/**
 * mdg_sheet_layout_get_body_bottom:
 * @self: a layout
 * @section: index of a section
 *
 * Returns: where the blocks of its pages end
 */
double
mdg_sheet_layout_get_body_bottom (const MdgSheetLayout *self, guint section)
{
  return self->height - self->margin * FOOT_MARGIN -
         g_array_index (self->feet, MdgSheetFoot, section).height;
}

static void
create_feet (MdgSheetLayout *self)
{
  double width = self->width - 2 * self->margin;
  double size = self->unit * 0.72;

  for (guint i = 0; i < self->sheet->sections->len; i++)
    {
      const MdgSheetSection *section = g_ptr_array_index (self->sheet->sections, i);
      const char *strings[] = { self->sheet->edition, section->validity, section->source };
      MdgSheetFoot foot = { .height = self->unit * 1.5 };

      for (guint j = 0; j < G_N_ELEMENTS (strings); j++)
        {
          int height;

          /* The number of the page stands beside the first text, even if that is empty. */
          if (j > 0 && (strings[j] == NULL || *strings[j] == '\0'))
            continue;
          foot.texts[j] =
            mdg_sheet_layout_create_text (self, strings[j] != NULL ? strings[j] : "", size, FALSE,
                                          j == 0 ? width - size * 10 : width);
          pango_layout_set_ellipsize (foot.texts[j], PANGO_ELLIPSIZE_END);
          pango_layout_set_height (foot.texts[j], -FOOT_LINES);
          pango_layout_get_size (foot.texts[j], NULL, &height);
          foot.height += (double) height / PANGO_SCALE;
        }
      g_array_append_val (self->feet, foot);
    }
}

static void
clear_text (gpointer data)
{
  g_object_unref (data);
}

/**
 * mdg_sheet_layout_new:
 * @sheet: a sheet, in which every table and everything kept together was ended
 * @width: width of the paper in points
 * @height: height of the paper in points
 *
 * Lays @sheet out. Nothing of it is cut off or runs over an edge: what is too wide is wrapped, if
 * need be within a word, what is too high goes on on the next page, and for a paper smaller than a
 * postcard everything is drawn smaller.
 *
 * Returns: (transfer full): the layout, of one page at least
 */
MdgSheetLayout *
mdg_sheet_layout_new (MdgSheet *sheet, double width, double height)
{
  MdgSheetLayout *self;

  g_return_val_if_fail (sheet != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);
  g_return_val_if_fail (sheet->table_columns == 0 && sheet->n_keeps == 0, NULL);

  self = g_new0 (MdgSheetLayout, 1);
  self->sheet = mdg_sheet_ref (sheet);
  self->scale = MIN (1, MIN (width / MIN_WIDTH, height / MIN_HEIGHT));
  self->width = width / self->scale;
  self->height = height / self->scale;
  self->margin = CLAMP (MIN (self->width, self->height) * MARGIN_SHARE, MIN_MARGIN, MAX_MARGIN);
  if (sheet->is_dense)
    self->margin = MAX (self->margin * DENSE_MARGIN, MIN_MARGIN);
  self->unit =
    CLAMP (TEXT_SIZE * self->width / A4_WIDTH, MIN_TEXT_SIZE, TEXT_SIZE) * sheet->text_scale;
  self->unit = MAX (self->unit, LEAST_SIZE);
  self->gutter = self->unit * 1.8;
  self->head_height = self->unit * 2;

  self->texts = g_ptr_array_new_with_free_func (clear_text);
  self->ops = g_array_new (FALSE, TRUE, sizeof (MdgSheetOp));
  self->frames = g_array_new (FALSE, TRUE, sizeof (MdgSheetFrame));
  self->tables = g_array_new (FALSE, TRUE, sizeof (MdgSheetTable));
  self->strips = g_array_new (FALSE, TRUE, sizeof (MdgSheetStrip));
  self->feet = g_array_new (FALSE, TRUE, sizeof (MdgSheetFoot));
  self->placed = g_array_new (FALSE, TRUE, sizeof (MdgSheetPlaced));
  self->pages = g_array_new (FALSE, TRUE, sizeof (MdgSheetPage));

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (
    self->context, pango_language_from_string (mdg_language_get_code (mdg_language_get ())));

  create_feet (self);
  mdg_sheet_layout_cut (self);
  mdg_sheet_layout_fill_pages (self);

  return self;
}

/**
 * mdg_sheet_layout_free:
 * @self: (transfer full): a layout
 *
 * Frees @self.
 */
void
mdg_sheet_layout_free (MdgSheetLayout *self)
{
  g_ptr_array_unref (self->texts);
  g_array_unref (self->ops);
  g_array_unref (self->frames);
  g_array_unref (self->tables);
  g_array_unref (self->strips);
  g_array_unref (self->feet);
  g_array_unref (self->placed);
  g_array_unref (self->pages);
  g_object_unref (self->context);
  mdg_sheet_unref (self->sheet);
  g_free (self);
}

/**
 * mdg_sheet_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages it has
 */
guint
mdg_sheet_layout_get_n_pages (const MdgSheetLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/**
 * mdg_sheet_layout_get_section:
 * @self: a layout
 * @page: which page, from 0
 *
 * Returns: (nullable): the title of the section that begins with that page, if one does
 */
const char *
mdg_sheet_layout_get_section (const MdgSheetLayout *self, guint page)
{
  const MdgSheetPage *record;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (page < self->pages->len, NULL);

  record = &g_array_index (self->pages, MdgSheetPage, page);
  if (!record->begins_section)
    return NULL;

  return ((MdgSheetSection *) g_ptr_array_index (self->sheet->sections, record->section))->title;
}
