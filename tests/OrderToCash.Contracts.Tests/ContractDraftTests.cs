using static OrderToCash.Contracts.Tests.AContract;

namespace OrderToCash.Contracts.Tests;

public class ContractDraftTests
{
    [Fact]
    public void The_order_s_facts_fill_the_template()
    {
        Assert.Equal(
            $"Lamps Ltd, 1 High Street, LS1 1AA Leeds, {Countries.NameOf(new("GB"))} (the seller) and Müller GmbH, Berlin, Germany (the buyer).",
            Text("parties"));
        Assert.Contains("LAMP: Blue lamp, 40 W, 10 C62", Text("goods"));
        Assert.Contains("under order SO-1", Text("goods"));
        Assert.EndsWith("LAMP: 2026-04-01", Text("delivery"));
        Assert.Contains("LAMP: 2.55 GBP, 10 C62, 25.50 GBP", Text("price"));
        Assert.Contains("30 days net", Text("price"));
        Assert.Equal("Goods stay ours until they are paid.", Text("conditions"));
    }

    [Fact]
    public void Unknown_and_empty_fields_are_all_found()
    {
        var template = Template("{{buyer.taxId}} {{seller.taxId}} {{seller.shoeSize}} {{ notice }}", "{{notice", "x {{a {{b}}");
        var result = ContractDraft.From(template, Facts);
        Assert.Equal("clauses[0].text", Expect.Refused(ContractErrors.MergeFieldUnknown, result).Target);
        Assert.Equal("seller.taxId", Expect.Refused(ContractErrors.MergeFieldMissing, result).Fact("field"));
        Expect.Refused(ContractErrors.MergeFieldMalformed, result);
        Assert.Equal(4, result.Errors.Count);
    }

    [Fact]
    public void A_value_that_looks_like_a_field_stays_text()
    {
        var facts = Facts with { Fields = [new() { Name = "conditions", Value = "{{buyer.name}}" }] };
        Assert.Equal("{{buyer.name}}", ContractDraft.From(Template("{{conditions}}"), facts).Value.Clauses[0].Text);
    }

    [Fact]
    public void A_field_of_the_host_cannot_take_the_place_of_a_built_in_one() => Expect.Refused(
        ContractErrors.MergeFieldTwice,
        ContractDraft.From(Template("x"), Facts with { Fields = [new() { Name = "buyer.name", Value = "Somebody else" }] }));

    [Fact]
    public void A_draft_finds_everything_at_once()
    {
        var bad = Content with
        {
            Seller = Content.Seller with { Name = "" }, Orders = [new("SO-1"), new("SO-1")],
            Clauses = [Content.Clauses[0], Content.Clauses[0]],
            Term = new() { EffectiveFrom = new(2026, 3, 1), LastDay = new LocalDate(2026, 2, 28), Notice = NoticePeriod.Days(-1) },
        };
        Expect.Found(ContractErrors.PartyWithoutName, bad.Check());
        Expect.Found(ContractErrors.OrderTwice, bad.Check());
        Expect.Found(ContractErrors.ClauseTwice, bad.Check());
        Expect.Found(ContractErrors.TermBackwards, bad.Check());
        Assert.Equal("term.notice.count", Expect.Found(ContractErrors.NoticeNegative, bad.Check()).Target);
        Expect.Found(ContractErrors.WithoutClauses, (Content with { Clauses = [] }).Check());
        Expect.Refused(ContractErrors.IdMissing, Contract.Draft(default, new("UK"), new("C-1"), Content, Anna, At));
    }

    [Theory]
    [InlineData("2027-02-28", 3, NoticeUnit.Months, "2026-11-30")]
    [InlineData("2028-02-29", 3, NoticeUnit.Months, "2027-11-30")]
    [InlineData("2026-12-31", 3, NoticeUnit.Months, "2026-09-30")]
    [InlineData("2026-12-31", 1, NoticeUnit.Months, "2026-11-30")]
    [InlineData("2026-12-31", 6, NoticeUnit.Weeks, "2026-11-19")]
    [InlineData("2026-12-31", 30, NoticeUnit.Days, "2026-12-01")]
    [InlineData("2026-12-31", 0, NoticeUnit.Days, "2026-12-31")]
    [InlineData("2027-02-28", 1, NoticeUnit.Years, "2026-02-28")]
    [InlineData("2025-02-28", 1, NoticeUnit.Years, "2024-02-29")]
    public void The_last_day_of_notice_is_the_latest_that_is_in_time(string end, int count, NoticeUnit unit, string expected)
    {
        var (last, notice) = (NodaTime.Text.LocalDatePattern.Iso.Parse(end).Value, new NoticePeriod { Count = count, Unit = unit });
        Assert.Equal(expected, NodaTime.Text.LocalDatePattern.Iso.Format(notice.LastDayOfNotice(last)));
    }

    [Fact]
    public void Without_an_end_or_a_notice_period_there_is_no_last_day_of_notice()
    {
        Assert.Equal(new LocalDate(2026, 11, 30), Facts.Term.LastDayOfNotice);
        Assert.Null((Facts.Term with { LastDay = null }).LastDayOfNotice);
        Assert.Null((Facts.Term with { Notice = null }).LastDayOfNotice);
    }

    private static string Text(string key) => Content.Clauses.Single(c => c.Key == key).Text;

    private static ContractTemplate Template(params string[] texts) => new()
    {
        Name = "t", Edition = "1",
        Clauses = texts.Select((t, i) => new ClauseTemplate { Key = $"c{i}", Kind = ClauseKind.Other, Heading = "", Text = t }).ToEquatableArray(),
    };
}
