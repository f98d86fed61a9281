using static OrderToCash.Collections.Tests.ALetter;

namespace OrderToCash.Collections.Tests;

public class DunningLetterTests
{
    private static DunningEnvelope Envelope(string language) => new()
    {
        Sender = new() { Name = "Lamps & Co", Address = new() { Country = new("GB") } },
        Recipient = new()
        {
            Name = "<b>Müller</b>",
            Address = new() { Lines = ["Hauptstraße 5"], PostCode = "10115", City = "Berlin", Country = new("DE") },
        },
        Language = language,
        PayTo = "GB82 WEST 1234 5698 7654 32",
    };

    private static readonly DunningLetter Letter = Plan(10, [Invoice("I-1", 100, paid: 30), Credit("CN-1", 20)]).Letters[0] with { Fee = Eur(5) };

    [Fact]
    public void A_letter_in_English_as_text()
    {
        var rendered = Expect.Success(DunningLetterWriter.Write(Letter, Envelope("en"), DunningTexts.BuiltIn));
        Assert.Equal("""
            <b>Müller</b>
            Hauptstraße 5
            10115 Berlin
            Germany

            Lamps & Co, 2026-04-10

            Payment reminder

            Dear customer,
            on 2026-04-10 we had not received your payment of the following:

              I-1, Date 2026-03-01, Due 2026-03-31, Days overdue: 10: 70.00 EUR
              Credit not yet applied CN-1, 2026-03-01: -20.00 EUR
              Reminder fee: 5.00 EUR
              Total: 55.00 EUR

            Please pay 55.00 EUR to GB82 WEST 1234 5698 7654 32 within seven days. If you have paid already, please ignore this letter.
            Lamps & Co

            """.ReplaceLineEndings("\n"), rendered.Text);
    }

    [Fact]
    public void What_comes_from_outside_is_escaped_in_HTML()
    {
        var html = Expect.Success(DunningLetterWriter.Write(Letter, Envelope("en"), DunningTexts.BuiltIn)).Html;
        Assert.Contains("&lt;b&gt;M", html);
        Assert.DoesNotContain("<b>", html);
        Assert.Contains("Lamps &amp; Co", html);
        Assert.Contains("<td class=\"n\">70.00 EUR</td>", html);
        Assert.Contains("55.00 EUR", html);
    }

    [Theory]
    [InlineData("de", "Zahlungserinnerung", "Summe")]
    [InlineData("de-CH", "Zahlungserinnerung", "Summe")]
    [InlineData("fr", "Payment reminder", "Total")]
    public void The_language_falls_back_to_the_one_without_region_and_then_to_English(string language, string subject, string total)
    {
        var rendered = Expect.Success(DunningLetterWriter.Write(Letter, Envelope(language), DunningTexts.BuiltIn));
        Assert.Equal(subject, rendered.Subject);
        Assert.Contains(total, rendered.Text);
    }

    [Fact]
    public void Every_level_of_the_default_policy_has_its_texts_in_both_languages()
    {
        foreach (var level in DunningPolicy.Default.Levels)
            foreach (var language in new[] { "en", "de" })
                Assert.Equal(language, DunningTexts.BuiltIn.TemplateFor(level.TextKey, language)!.Language);
    }

    [Fact]
    public void Templates_say_only_what_is_on_the_list()
    {
        var template = new DunningTemplate
        {
            TextKey = "first", Language = "en", Subject = "{{recipient.password}}", Opening = "{{total", Closing = "{{recipient.name}}",
        };
        var texts = DunningTexts.BuiltIn with { Templates = [template] };
        var result = DunningLetterWriter.Write(Letter, Envelope("en"), texts);
        Assert.Equal("subject", Expect.Refused(DunningErrors.TemplateFieldUnknown, result).Target);
        Expect.Refused(DunningErrors.TemplateMalformed, result);
        Expect.Refused(DunningErrors.TemplateMissing, DunningLetterWriter.Write(Letter with { TextKey = "third" }, Envelope("en"), texts));
    }

    [Fact]
    public void A_name_that_looks_like_a_field_stays_a_name()
    {
        var envelope = Envelope("en") with { Sender = Envelope("en").Sender with { Name = "{{total}}" } };
        Assert.Contains("{{total}}, 2026-04-10", Expect.Success(DunningLetterWriter.Write(Letter, envelope, DunningTexts.BuiltIn)).Text);
    }
}
