using System.Globalization;
using System.Net;
using System.Text;

namespace OrderToCash.Collections;

/// <summary>
/// Turns a letter into text and HTML. Dates are ISO 8601 and amounts invariant; the same letter gives the same bytes.
/// </summary>
public static class DunningLetterWriter
{
    private const string Style = "body{font:15px/1.5 sans-serif;max-width:46em;margin:3em auto;color:#222}"
        + "table{border-collapse:collapse;width:100%}"
        + "th,td{padding:.35em .6em;border-bottom:1px solid #ddd;text-align:left}"
        + ".n{text-align:right;white-space:nowrap}tfoot td{font-weight:bold}";

    /// <summary>Writes a letter.</summary>
    /// <remarks>Refused, all findings at once: <c>dunning.template-missing</c>, <c>dunning.template-field-unknown</c>,
    /// <c>dunning.template-malformed</c>.</remarks>
    public static Result<RenderedLetter> Write(DunningLetter letter, DunningEnvelope envelope, DunningTexts texts)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.TemplateFor(letter.TextKey, envelope.Language) is not { } template)
            return Result.Failure<RenderedLetter>(DunningErrors.TemplateMissing.With(
                ("key", letter.TextKey), ("language", envelope.Language)));
        var findings = new List<DomainError>();
        var fields = Fields(letter, envelope);
        var subject = Fill(template.Subject, "subject", fields, findings).ReplaceLineEndings(" ");
        var opening = Fill(template.Opening, "opening", fields, findings);
        var closing = Fill(template.Closing, "closing", fields, findings);
        if (findings.Count > 0) return Result.Failure<RenderedLetter>(findings);
        var wording = texts.WordingFor(template.Language);
        return Result.Success(new RenderedLetter
        {
            Subject = subject,
            Text = PlainText(letter, envelope, wording, subject, opening, closing),
            Html = Html(letter, envelope, wording, template.Language, subject, opening, closing),
        });
    }

    // The closed list of what a template can say.
    private static Dictionary<string, string> Fields(
        DunningLetter letter, DunningEnvelope envelope) => new(StringComparer.Ordinal)
    {
        ["sender.name"] = envelope.Sender.Name,
        ["recipient.name"] = envelope.Recipient.Name,
        ["asOf"] = Iso(letter.AsOf),
        ["level"] = letter.Level.ToString(CultureInfo.InvariantCulture),
        ["amountDue"] = letter.AmountDue.ToString(),
        ["creditTotal"] = letter.CreditTotal.ToString(),
        ["fee"] = letter.Fee.ToString(),
        ["total"] = letter.Total.ToString(),
        ["payTo"] = envelope.PayTo,
    };

    private static string Fill(string text, string target, Dictionary<string, string> fields, List<DomainError> findings)
    {
        var filled = new StringBuilder();
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is var open && open >= 0)
        {
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                findings.Add(DunningErrors.TemplateMalformed.At(target, ("position", open)));
                break;
            }
            var name = text[(open + 2)..close].Trim();
            if (!fields.TryGetValue(name, out var value))
                findings.Add(DunningErrors.TemplateFieldUnknown.At(target, ("field", name)));
            filled.Append(text, at, open - at).Append(value);
            at = close + 2;
        }
        return filled.Append(text, at, text.Length - at).ToString();
    }

    private static string PlainText(
        DunningLetter letter, DunningEnvelope envelope, DunningWording wording, string subject, string opening, string closing)
    {
        var text = new StringBuilder();
        foreach (var line in AddressOf(envelope.Recipient)) Line(text, line);
        Line(text, "");
        Line(text, $"{envelope.Sender.Name}, {Iso(letter.AsOf)}");
        Line(text, "");
        Line(text, subject);
        Line(text, "");
        Line(text, opening);
        Line(text, "");
        foreach (var line in letter.Lines)
        {
            var overdue = line.DaysOverdue > 0
                ? $", {wording.DaysOverdue}: {line.DaysOverdue.ToString(CultureInfo.InvariantCulture)}"
                : "";
            Line(text, $"  {NumberOf(line)}, {wording.Date} {Iso(line.DocumentDate)}, "
                + $"{wording.Due} {Iso(line.DueDate)}{overdue}: {line.Amount}");
        }
        foreach (var credit in letter.Credits)
            Line(text, $"  {wording.Credit} {credit.DocumentNumber}, {Iso(credit.DocumentDate)}: {-credit.Amount}");
        if (!letter.Fee.IsZero) Line(text, $"  {wording.Fee}: {letter.Fee}");
        Line(text, $"  {wording.Total}: {letter.Total}");
        Line(text, "");
        Line(text, closing);
        return text.ToString();
    }

    private static string Html(
        DunningLetter letter, DunningEnvelope envelope, DunningWording wording, string language, string subject, string opening,
        string closing)
    {
        var html = new StringBuilder();
        Line(html, "<!DOCTYPE html>");
        Line(html, $"<html lang=\"{Escape(language)}\"><head><meta charset=\"utf-8\"><title>{Escape(subject)}</title>"
            + $"<style>{Style}</style></head><body>");
        Line(html, $"<address>{string.Join("<br>", AddressOf(envelope.Recipient).Select(Escape))}</address>");
        Line(html, $"<p>{Escape(envelope.Sender.Name)}, {Iso(letter.AsOf)}</p>");
        Line(html, $"<h1>{Escape(subject)}</h1>");
        Paragraphs(html, opening);
        Line(html, $"<table><thead><tr><th>{Escape(wording.Document)}</th>"
            + $"<th>{Escape(wording.Date)}</th><th>{Escape(wording.Due)}</th>"
            + $"<th class=\"n\">{Escape(wording.DaysOverdue)}</th><th class=\"n\">{Escape(wording.Amount)}</th>"
            + "</tr></thead><tbody>");
        foreach (var line in letter.Lines)
        {
            var overdue = Math.Max(0, line.DaysOverdue).ToString(CultureInfo.InvariantCulture);
            Line(html, $"<tr><td>{Escape(NumberOf(line))}</td><td>{Iso(line.DocumentDate)}</td><td>{Iso(line.DueDate)}</td>"
                + $"<td class=\"n\">{overdue}</td><td class=\"n\">{line.Amount}</td></tr>");
        }
        foreach (var credit in letter.Credits)
            Line(html, $"<tr><td>{Escape(wording.Credit)} {Escape(credit.DocumentNumber)}</td><td>{Iso(credit.DocumentDate)}</td>"
                + $"<td></td><td></td><td class=\"n\">{-credit.Amount}</td></tr>");
        if (!letter.Fee.IsZero)
            Line(html, $"<tr><td colspan=\"4\">{Escape(wording.Fee)}</td><td class=\"n\">{letter.Fee}</td></tr>");
        Line(html, $"</tbody><tfoot><tr><td colspan=\"4\">{Escape(wording.Total)}</td><td class=\"n\">{letter.Total}</td></tr>"
            + "</tfoot></table>");
        Paragraphs(html, closing);
        Line(html, "</body></html>");
        return html.ToString();
    }

    private static void Paragraphs(StringBuilder html, string text)
    {
        foreach (var paragraph in text.Split('\n')) Line(html, $"<p>{Escape(paragraph)}</p>");
    }

    private static IEnumerable<string> AddressOf(Party party)
    {
        var town = $"{party.Address.PostCode} {party.Address.City}".Trim();
        string[] lines =
            [party.Name, .. party.Address.Lines, town, party.Address.Region, Countries.NameOf(party.Address.Country)];
        return lines.Where(l => l.Length > 0);
    }

    private static string NumberOf(DunningLetterLine line) =>
        line.Instalment > 1
            ? $"{line.DocumentNumber}/{line.Instalment.ToString(CultureInfo.InvariantCulture)}"
            : line.DocumentNumber;

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
