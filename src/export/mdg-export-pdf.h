/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

cairo_status_t mdg_export_append_cb (void *closure, const unsigned char *data, unsigned int length);
cairo_surface_t *mdg_export_pdf_surface_new (GByteArray *bytes,
                                             double width,
                                             double height,
                                             const char *title);

G_END_DECLS
