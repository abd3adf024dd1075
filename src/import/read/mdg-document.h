/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What no reader takes in, so that a hostile file is refused before memory grows. */
#define MDG_DOCUMENT_MAX_BYTES (200u * 1024 * 1024)
#define MDG_DOCUMENT_MAX_PAGES 5000u
#define MDG_DOCUMENT_MAX_CELLS 10000000u

/* What kind of file a document was read from, as its content tells. */
typedef enum
{
  MDG_DOCUMENT_TEXT,
  MDG_DOCUMENT_PDF,
  MDG_DOCUMENT_CSV,
  MDG_DOCUMENT_SPREADSHEET,
} MdgDocumentKind;

/**
 * MdgBox:
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @height: height
 *
 * A place on a page, in points from its upper left corner.
 */
typedef struct
{
  float x;
  float y;
  float width;
  float height;
} MdgBox;

/**
 * MdgCell:
 * @text: the cell as it is read, made plain like a line
 * @column: column of a table, from 0; on a page the order within the line
 *
 * A part of a line that stands by itself: a cell of a table, or words of a page with a gap on either
 * side.
 */
typedef struct
{
  const char *text;
  guint column;
} MdgCell;

/**
 * MdgLine:
 * @number: line number in the file, or row of the sheet, or line of the page, from 1
 * @page: page of the file or sheet of the book, from 0; a text without form feeds has one
 * @first_cell: index of its first cell
 * @n_cells: how many cells it has; 0 for every line of a text
 * @text: the line as it is read: compatibility forms (full-width digits and the like) and all kinds
 *   of blanks made plain; %NULL for a row of cells until mdg_document_join_cells () is called
 * @original: the line as it stands in the file, not terminated
 * @original_length: length of @original in bytes
 *
 * One line of a document.
 */
typedef struct
{
  guint number;
  guint page;
  guint first_cell;
  guint n_cells;
  const char *text;
  const char *original;
  gsize original_length;
} MdgLine;

/**
 * MdgDocument:
 * @kind: what it was read from
 * @bytes: the file
 * @decoded: (nullable): its text in UTF-8, which the lines' originals are part of
 * @digest: SHA-256 of the file, in lower-case hex
 * @lines: (element-type MdgLine): its lines
 * @cells: (element-type MdgCell): the cells of all lines, in order
 * @boxes: (element-type MdgBox): the places of @cells; empty where the file has no positions
 * @page_names: (element-type utf8): names of sheets; empty where pages have none
 * @n_pages: number of pages
 * @n_bytes: length of all lines and cells as they are read
 *
 * A file as pages, lines and cells, which is what is read further, whatever the file was.
 */
typedef struct
{
  MdgDocumentKind kind;
  GBytes *bytes;
  GBytes *decoded;
  char *digest;
  GArray *lines;
  GArray *cells;
  GArray *boxes;
  GPtrArray *page_names;
  guint n_pages;
  gsize n_bytes;
  GStringChunk *strings;
} MdgDocument;

/**
 * MdgReadProgress:
 * @done: pages or rows read so far
 * @total: how many there are, or 0 where that is not known
 * @data: what was given with the function
 *
 * Told from the thread that reads, now and then.
 */
typedef void (*MdgReadProgress) (guint done, guint total, gpointer data);

MdgDocument *mdg_document_new (GBytes *bytes);
void mdg_document_free (MdgDocument *self);
void mdg_document_append (MdgDocument *self, const char *text, gsize length);
void mdg_document_begin_line (MdgDocument *self, guint number);
void mdg_document_append_cell (MdgDocument *self,
                               guint column,
                               const char *text,
                               gsize length,
                               const MdgBox *box);
void mdg_document_next_page (MdgDocument *self);
void mdg_document_join_cells (MdgDocument *self);
guint mdg_document_get_n_lines (const MdgDocument *self);
const MdgLine *mdg_document_get_line (const MdgDocument *self, guint index);
const MdgCell *mdg_document_get_cell (const MdgDocument *self, const MdgLine *line, guint index);
const MdgBox *mdg_document_get_box (const MdgDocument *self, const MdgLine *line, guint index);
char *mdg_line_dup_original (const MdgLine *self);
char *mdg_text_normalize (const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgDocument, mdg_document_free)

G_END_DECLS
