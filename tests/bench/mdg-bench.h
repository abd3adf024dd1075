/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MdgBenchWork:
 * @data: what the work is done on
 *
 * What is measured, or what is to be made ready before.
 */
typedef void (*MdgBenchWork) (gpointer data);

void mdg_bench_print_header (const char *title);
double mdg_bench_measure (const char *name,
                          guint n_runs,
                          MdgBenchWork prepare,
                          MdgBenchWork work,
                          gpointer data);
void mdg_bench_require (gboolean succeeded, const GError *error);

G_END_DECLS
