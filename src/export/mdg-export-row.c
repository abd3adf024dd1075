/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-row.h"

/* Texts stand one after the other in one buffer, so that a table of 288,000 rows makes none anew. */
typedef struct
{
  MdgExportCellKind kind;
  gsize text;
  MdgDecimal number;
} Slot;

struct _MdgExportRow
{
  GArray *slots; /* (element-type Slot) */
  GString *texts;
  gboolean is_total;
};

/**
 * mdg_export_row_new:
 *
 * Returns: (transfer full): a row without cells
 */
MdgExportRow *
mdg_export_row_new (void)
{
  MdgExportRow *self = g_new0 (MdgExportRow, 1);

  self->slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  self->texts = g_string_new (NULL);

  return self;
}

/**
 * mdg_export_row_free:
 * @self: (transfer full): a row
 */
void
mdg_export_row_free (MdgExportRow *self)
{
  g_array_unref (self->slots);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

/**
 * mdg_export_row_clear:
 * @self: a row
 *
 * Takes all cells away, to fill the row anew.
 */
void
mdg_export_row_clear (MdgExportRow *self)
{
  g_array_set_size (self->slots, 0);
  g_string_truncate (self->texts, 0);
  self->is_total = FALSE;
}

/**
 * mdg_export_row_add_text:
 * @self: a row
 * @text: (nullable): a text in UTF-8; %NULL and the empty text leave the cell blank
 */
void
mdg_export_row_add_text (MdgExportRow *self, const char *text)
{
  const Slot slot = { .kind = MDG_EXPORT_CELL_TEXT, .text = self->texts->len };

  if (text == NULL || *text == '\0')
    {
      mdg_export_row_add_blank (self);
      return;
    }
  g_string_append (self->texts, text);
  g_string_append_c (self->texts, '\0');
  g_array_append_val (self->slots, slot);
}

/**
 * mdg_export_row_add_number:
 * @self: a row
 * @number: a number
 */
void
mdg_export_row_add_number (MdgExportRow *self, MdgDecimal number)
{
  const Slot slot = { .kind = MDG_EXPORT_CELL_NUMBER, .number = number };

  g_array_append_val (self->slots, slot);
}

/**
 * mdg_export_row_add_blank:
 * @self: a row
 */
void
mdg_export_row_add_blank (MdgExportRow *self)
{
  const Slot slot = { .kind = MDG_EXPORT_CELL_BLANK };

  g_array_append_val (self->slots, slot);
}

/**
 * mdg_export_row_set_total:
 * @self: a row
 * @is_total: whether the row sums others up, which a spreadsheet shows in bold
 */
void
mdg_export_row_set_total (MdgExportRow *self, gboolean is_total)
{
  self->is_total = is_total;
}

/**
 * mdg_export_row_get_n:
 * @self: a row
 *
 * Returns: how many cells it has
 */
guint
mdg_export_row_get_n (const MdgExportRow *self)
{
  return self->slots->len;
}

/**
 * mdg_export_row_get:
 * @self: a row
 * @column: which cell, below mdg_export_row_get_n()
 *
 * Returns: the cell; its text is valid until the row changes
 */
MdgExportCell
mdg_export_row_get (const MdgExportRow *self, guint column)
{
  MdgExportCell cell = { 0 };
  const Slot *slot;

  g_return_val_if_fail (column < self->slots->len, cell);

  slot = &g_array_index (self->slots, Slot, column);
  cell.kind = slot->kind;
  cell.number = slot->number;
  if (slot->kind == MDG_EXPORT_CELL_TEXT)
    cell.text = self->texts->str + slot->text;

  return cell;
}

/**
 * mdg_export_row_is_total:
 * @self: a row
 *
 * Returns: whether the row sums others up
 */
gboolean
mdg_export_row_is_total (const MdgExportRow *self)
{
  return self->is_total;
}
