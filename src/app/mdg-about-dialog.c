/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-about-dialog.h"

#include <glib/gi18n.h>

/* The two credits below stand as their licences ask for them, in Japanese in either language. */
#define MINISTRY_SOURCE                                  \
  "出典：厚生労働省「マイナ保険証の利用促進等について」" \
  "（第203回社会保障審議会医療保険部会、令和7年11月13日）"
#define BOUNDARY_SOURCE                                            \
  "「国土数値情報（行政区域データ）」（国土交通省）を加工して作成" \
  "（デジタル庁 policy-dashboard-assets v1.0.0）"
#define CC_BY_URL "https://creativecommons.org/licenses/by/4.0/"

/**
 * mdg_about_dialog_new:
 *
 * Returns: (transfer floating): a dialog that says what the program is, what it stands on, and
 *   under which licences
 */
AdwDialog *
mdg_about_dialog_new (void)
{
  AdwAboutDialog *dialog = ADW_ABOUT_DIALOG (adw_about_dialog_new ());
  g_autofree char *figures = NULL;
  g_autofree char *boundaries = NULL;

  adw_about_dialog_set_application_name (dialog, _ ("Madoguchi"));
  adw_about_dialog_set_application_icon (dialog, APP_ID);
  adw_about_dialog_set_version (dialog, PACKAGE_VERSION);
  adw_about_dialog_set_developer_name (dialog, _ ("The Madoguchi contributors"));
  adw_about_dialog_set_license_type (dialog, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (
    dialog, _ ("Figures, procedures and checklists for the reception desks of Japan’s clinics and "
               "pharmacies, all offline: nothing leaves this computer."));
  /* Translators: your name, one translator on each line. */
  adw_about_dialog_set_translator_credits (dialog, _ ("translator-credits"));

  figures = g_markup_printf_escaped (
    "%s\n\n%s", MINISTRY_SOURCE,
    _ ("Figures of earlier months come from the publications named on the page Sources; each "
       "figure names its own."));
  adw_about_dialog_add_legal_section (dialog, _ ("Figures"), NULL, GTK_LICENSE_CUSTOM, figures);

  boundaries =
    g_markup_printf_escaped ("%s\n<a href=\"%s\">CC BY 4.0</a>", BOUNDARY_SOURCE, CC_BY_URL);
  adw_about_dialog_add_legal_section (dialog, _ ("Prefecture Boundaries"), NULL, GTK_LICENSE_CUSTOM,
                                      boundaries);

  return ADW_DIALOG (dialog);
}
