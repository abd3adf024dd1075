/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MdgLine:
 * @number: line number in the file, from 1
 * @page: page of the file, from 0; a text without form feeds has one
 * @text: the line as it is read: compatibility forms (full-width digits and the like) and all kinds
 *   of blanks made plain
 * @original: the line as it stands in the file, not terminated
 * @original_length: length of @original in bytes
 *
 * One line of a document.
 */
typedef struct
{
  guint number;
  guint page;
  const char *text;
  const char *original;
  gsize original_length;
} MdgLine;

/**
 * MdgDocument:
 * @bytes: the file
 * @digest: SHA-256 of the file, in lower-case hex
 * @lines: (element-type MdgLine): its lines
 * @n_pages: number of pages
 * @n_bytes: length of all lines as they are read
 *
 * A file as lines, which is what the deck parser reads.
 */
typedef struct
{
  GBytes *bytes;
  char *digest;
  GArray *lines;
  guint n_pages;
  gsize n_bytes;
  GStringChunk *strings;
} MdgDocument;

MdgDocument *mdg_document_new (GBytes *bytes);
void mdg_document_free (MdgDocument *self);
void mdg_document_append (MdgDocument *self, const char *text, gsize length);
void mdg_document_next_page (MdgDocument *self);
guint mdg_document_get_n_lines (const MdgDocument *self);
const MdgLine *mdg_document_get_line (const MdgDocument *self, guint index);
char *mdg_line_dup_original (const MdgLine *self);
char *mdg_text_normalize (const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgDocument, mdg_document_free)

G_END_DECLS
