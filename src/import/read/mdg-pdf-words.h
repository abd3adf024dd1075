/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/read/mdg-document.h"

G_BEGIN_DECLS

/**
 * MdgGlyph:
 * @character: the character
 * @box: where it stands
 *
 * One character of a page.
 */
typedef struct
{
  gunichar character;
  MdgBox box;
} MdgGlyph;

void mdg_pdf_words_append (MdgDocument *document, GArray *glyphs);

G_END_DECLS
