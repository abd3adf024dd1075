/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/mdg-area.h"
#include "core/mdg-day.h"
#include "core/mdg-vocabulary.h"
#include "export/mdg-export-picture.h"
#include "export/mdg-export-sheet.h"
#include "profile/mdg-profile.h"

G_BEGIN_DECLS

/**
 * MdgCliAction:
 * @MDG_CLI_ACTION_NONE: open the window
 * @MDG_CLI_ACTION_VERSION: print the version
 * @MDG_CLI_ACTION_IMPORT: import files
 * @MDG_CLI_ACTION_EXPORT_DATA: write figures as tidy CSV
 * @MDG_CLI_ACTION_EXPORT_MAP: draw a map
 * @MDG_CLI_ACTION_EXPORT_BRIEFING: write briefings into a folder
 * @MDG_CLI_ACTION_EXPORT_TABLE: write the prefectures of a month as a table
 * @MDG_CLI_ACTION_CHECK_GUIDE: check a guide pack
 * @MDG_CLI_ACTION_DUMP_GUIDE: write the procedures as a graph
 * @MDG_CLI_ACTION_EXPORT_DOCUMENT: write a document for the desk
 *
 * What the command line asks for.
 */
typedef enum
{
  MDG_CLI_ACTION_NONE,
  MDG_CLI_ACTION_VERSION,
  MDG_CLI_ACTION_IMPORT,
  MDG_CLI_ACTION_EXPORT_DATA,
  MDG_CLI_ACTION_EXPORT_MAP,
  MDG_CLI_ACTION_EXPORT_BRIEFING,
  MDG_CLI_ACTION_EXPORT_TABLE,
  MDG_CLI_ACTION_CHECK_GUIDE,
  MDG_CLI_ACTION_DUMP_GUIDE,
  MDG_CLI_ACTION_EXPORT_DOCUMENT,
} MdgCliAction;

/**
 * MdgCliOptions:
 * @action: what to do, or %MDG_CLI_ACTION_NONE to open the window
 * @target: (nullable) (type filename): the file that @action writes or checks
 * @files: (element-type filename): the files and folders to import
 * @prefecture: the prefecture asked for, or %MDG_AREA_NONE
 * @neighbours: what it is compared with
 * @n_neighbours: how many, 0 for those that share a border
 * @month: the month asked for, or %MDG_MONTH_NONE
 * @measure: the #MdgMeasure asked for, or -1
 * @facility_type: the #MdgFacilityType asked for, or -1
 * @all_editions: whether figures that are not the shown ones are exported too
 * @by_region: whether a table is grouped by region
 * @verified_only: whether only what a law proves is imported
 * @accept_printed: whether refused tables are imported as printed
 * @answers: (element-type utf8 utf8): answers to what an import asks, by question
 * @as_of: the day to take for today, or %MDG_DAY_NONE
 * @document: which document to export, as for mdg_cli_document_get()
 * @paper: the paper of that document, or of the briefings
 * @size: the size of a map drawn as PNG, or 0 × 0
 *
 * A command line, taken apart and checked.
 */
typedef struct
{
  MdgCliAction action;
  char *target;
  GPtrArray *files;
  MdgArea prefecture;
  MdgArea neighbours[MDG_PROFILE_MAX_NEIGHBOURS];
  guint n_neighbours;
  MdgMonth month;
  int measure;
  int facility_type;
  gboolean all_editions;
  gboolean by_region;
  gboolean verified_only;
  gboolean accept_printed;
  GHashTable *answers;
  MdgDay as_of;
  guint document;
  MdgPaper paper;
  MdgExportSize size;
} MdgCliOptions;

MdgCliOptions *mdg_cli_options_parse (int *argc, char ***argv, GError **error);
void mdg_cli_options_free (MdgCliOptions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgCliOptions, mdg_cli_options_free)

G_END_DECLS
