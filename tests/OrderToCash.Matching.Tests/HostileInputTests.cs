using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>Inputs made to hurt: the work stays bounded, and doubt applies nothing.</summary>
public class HostileInputTests
{
    private static MatchRun Run(IEnumerable<Receivables.OpenItem> book, params IncomingPayment[] payments) =>
        MatchingEngine.Match(OpenItemBook.Create(book), payments, MatchingPolicy.Standard, Payers);

    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("12345/")]
    [InlineData("0001000-0001030 ")]
    [InlineData("DE89")]
    [InlineData("RF18 ")]
    [InlineData("00010,")]
    public void Ten_thousand_runs_of_digits(string run)
    {
        var book = Enumerable.Range(0, 500).Select(i => Invoice($"RE-2026-{i:0000000}", "ACME", 100m + i));
        var result = Run(book, Payment(333m, string.Concat(Enumerable.Repeat(run, 10_000)), Acme));
        Assert.InRange(result.Steps, 1, 50_000);
    }

    [Fact]
    public void Five_hundred_equal_amounts()
    {
        var book = Enumerable.Range(0, 500).Select(i => Invoice($"RE-2026-{i:0000000}", "ACME", 100m)).ToList();
        var payments = Enumerable.Range(0, 500).Select(i => Payment(i % 2 == 0 ? 100m : 300m, "", Acme, $"P{i}")).ToArray();
        var run = Run(book, payments);
        Assert.All(run.Decisions, d => Assert.False(d.IsApplied));
        Assert.InRange(run.Steps, 1, 500 * 20_000);
    }

    [Fact]
    public void Ten_thousand_items_under_one_number_are_told_apart_by_the_amount()
    {
        var book = Enumerable.Range(0, 10_000).Select(i => Invoice("RE-2026-0000001", $"C{i}", 10m + i, "RF18539007547034", id: $"I{i}"));
        var run = Run(book, Payment(5_010m, "RE-2026-0000001 RF18539007547034"));
        Assert.Equal("Full I5000 5010.00", run.Decisions[0].Line());
        Assert.InRange(run.Steps, 1, 5_000);
    }

    [Fact]
    public void A_customer_with_ten_thousand_items_is_not_searched_for_combinations()
    {
        var book = Enumerable.Range(0, 10_000).Select(i => Invoice($"RE-2026-{i:0000000}", "ACME", 1_000m + i * 1.01m));
        var run = Run(book, Payment(2_003.03m, "", Acme));
        Assert.False(run.Decisions[0].IsApplied);
        Assert.InRange(run.Steps, 1, 400_000);
    }

    // What is looked up for a day and a payer serves all his payments of that day, however the input mixes them.
    [Fact]
    public void A_customer_with_thousands_of_items_pays_on_many_days_in_no_order()
    {
        var book = Enumerable.Range(0, 20_000).Select(i => Invoice($"RE-2026-{i:0000000}", "ACME", 1_000m + i * 1.01m)).ToList();
        var payments = Enumerable.Range(0, 1_000).Select(i => Payment(2_003.03m + i, "", Acme, $"P{i}") with { ReceivedOn = Today.PlusDays(i * 37 % 60) }).ToArray();
        var run = Run(book, payments);
        Assert.All(run.Decisions, d => Assert.InRange(d.Allocations.Count, 0, 1));
        Assert.Equal(run.Decisions.OrderBy(d => d.Payment), Run(book, [.. payments.Reverse()]).Decisions.OrderBy(d => d.Payment));
    }

    [Fact]
    public void The_first_and_the_last_of_all_dates_are_dates()
    {
        var book = new[] { Invoice("RE-2026-0000017", "ACME", 119m) with { DocumentDate = LocalDate.MinIsoValue, DueDate = LocalDate.MaxIsoValue } };
        foreach (var day in new[] { LocalDate.MinIsoValue, LocalDate.MinIsoValue.PlusDays(1), LocalDate.MaxIsoValue })
            Assert.Equal("Full", $"{Run(book, Payment(119m, "RE-2026-0000017", Acme) with { ReceivedOn = day }).Decisions[0].Outcome}");
    }

    [Fact]
    public void Crafted_near_collisions_apply_nothing_and_cost_little()
    {
        var book = Enumerable.Range(0, 1_000).Select(i => Invoice($"RE-{4_711_000_000L + i}", "ACME", 100m + i % 10));
        var payments = Enumerable.Range(0, 200).Select(i => Payment(50m + i % 3, $"471100{i:000} 4711 000 5{i:00} 47110{i:0000}0", Acme, $"P{i}")).ToArray();
        var run = Run(book, payments);
        Assert.All(run.Decisions, d => Assert.False(d.IsApplied));
        Assert.InRange(run.Steps, 1, 200 * 30_000);
    }

    [Fact]
    public void A_thousand_part_payments_of_one_item_are_not_tried_in_all_ways()
    {
        var payments = Enumerable.Range(0, 1_000).Select(i => Payment(1.01m + i, "RE-471100771", Acme, $"P{i:0000}")).ToArray();
        Assert.InRange(Run([Invoice("RE-4711007717", "ACME", 400_000m)], payments).Steps, 1, 1_000 * 2_000);
    }

    [Fact]
    public void The_largest_amounts_do_not_overflow()
    {
        var most = Money.FromMinorUnits(Money.MaxMinorUnits, Currency.Eur);
        var book = Enumerable.Range(0, 40).Select(i => Invoice($"RE-2026-{i:0000000}", "ACME", 0, other: most));
        var text = string.Join(" ", Enumerable.Range(0, 40).Select(i => $"RE-2026-{i:0000000}"));
        var run = Run(book, Payment(1m, text, Acme, "P1") with { Amount = most }, Payment(1m, text, Acme, "P2"), Payment(1m, "", Acme, "P3") with { Amount = most });
        Assert.All(run.Decisions, d => Assert.Equal(d.Payment.Value == "P2" ? Eur(1m) : most, Money.Sum(d.Allocations.Select(a => a.Cash), Currency.Eur) + d.Residual));
    }

    [Theory, InlineData(0), InlineData(-119)]
    public void Money_of_nothing_and_below_is_no_cash(int amount)
    {
        var book = new[] { Invoice("RE-2026-0000017", "ACME", 119m), CreditNote("CN-2026-0000017", "ACME", 119m) };
        var claim = new RemittanceClaim { DocumentNumber = "RE-2026-0000017", Amount = Eur(amount) };
        var run = Run(book, Payment(amount, "RE-2026-0000017 CN-2026-0000017", Acme, "P1", claims: claim), Payment(119m, "RE-2026-0000017", Acme, "P2"));
        Assert.Equal((MatchOutcome.NotCash, 0, 0), (run.Decisions[0].Outcome, run.Decisions[0].Allocations.Count, run.Decisions[0].Alternatives.Count));
        Assert.Equal("Full RE-2026-0000017#1 119.00", run.Decisions[1].Line());
    }

    [Fact]
    public void Claims_of_nothing_and_below_apply_no_more_than_is_there()
    {
        var book = new[] { Invoice("RE-2026-0000017", "ACME", 119m), Invoice("RE-2026-0000018", "ACME", 50m) };
        foreach (var (first, second) in new[] { (0m, 119m), (-50m, 169m), (169m, -50m), (-1m, -1m), (90_000_000m, -89_999_881m) })
        {
            var run = Run(book, Payment(119m, "", Acme, claims: [new() { DocumentNumber = "RE-2026-0000018", Amount = Eur(first) }, new() { DocumentNumber = "RE-2026-0000017", Amount = Eur(second) }]));
            Assert.All(run.Decisions[0].Allocations, a => Assert.InRange(a.Cash.Amount, 0.01m, 119m));
            Assert.Equal(Eur(119), Money.Sum(run.Decisions[0].Allocations.Select(a => a.Cash), Currency.Eur) + run.Decisions[0].Residual);
        }
    }

    [Fact]
    public void A_currency_without_a_book_is_unidentified_and_costs_nothing()
    {
        var book = Enumerable.Range(0, 1_000).Select(i => Invoice($"RE-2026-{i:0000000}", "ACME", 100m + i)).ToList();
        foreach (var currency in new[] { Currency.Jpy, Currency.Of("KWD"), Currency.Of("XAU") })
        {
            var payments = Enumerable.Range(0, 100).Select(i => Payment(1m, $"RE-2026-{i:0000000} thank you", Acme, $"P{i}") with { Amount = Money.FromMinorUnits(10_000 + 100 * i, currency) }).ToArray();
            var run = Run(book, payments);
            Assert.All(run.Decisions, d => Assert.Equal((MatchOutcome.Unidentified, d.Residual), (d.Outcome, payments.Single(p => p.Id == d.Payment).Amount)));
            Assert.InRange(run.Steps, 0, 100 * 200);
        }
        Assert.Equal(MatchOutcome.Unidentified, MatchingEngine.Match(OpenItemBook.Create([]), [Payment(5m, "RE-2026-0000001")], MatchingPolicy.Standard, Payers).Decisions[0].Outcome);
    }

    // Whole numbers of others in one text, in hundreds: nobody's money is divided among strangers, and it costs what the text is long.
    [Theory, InlineData("RE-2026-"), InlineData("2026-"), InlineData("RF18 RE-2026-")]
    public void The_references_of_hundreds_of_other_customers(string prefix)
    {
        var book = Enumerable.Range(0, 2_000).Select(i => Invoice($"RE-2026-{i:0000000}", $"C{i}", 100m + i % 7, $"RF{i:00000000}")).Append(Invoice("RE-2026-0009999", "ACME", 250m)).ToList();
        var text = string.Join(' ', Enumerable.Range(0, 600).Select(i => $"{prefix}{i:0000000}"));
        var run = Run(book, Payment(1_000m, text, Acme, "P1"), Payment(103m, $"{prefix}0000003 {prefix}0000010", Bolt, "P2"), Payment(250m, text, Acme, "P3"));
        Assert.All(run.Decisions, d => Assert.False(d.IsApplied, d.Explanation));
        Assert.InRange(run.Steps, 1, 3 * 60_000);
    }

    [Fact]
    public void A_known_payer_who_damages_the_numbers_of_others_pays_for_nobody()
    {
        var book = Enumerable.Range(0, 100).Select(i => Invoice($"RE-{471_100_000 + 37 * i}", $"C{i}", 100m + i)).Append(Invoice("RE-471199990", "ACME", 999m)).ToList();
        var payments = Enumerable.Range(0, 100).Select(i => Payment(100m + i, $"RE-{471_100_000 + 37 * i}".Remove(5, 1), Acme, $"P{i}")).ToArray();
        Assert.All(Run(book, payments).Decisions, d => Assert.False(d.IsApplied, d.Explanation));
    }

    [Fact]
    public void Text_that_is_no_text()
    {
        var text = new string([.. Enumerable.Range(0, 3_000).Select(i => (char)(i * 23 % 0xFFFF))]);
        Assert.Equal(MatchOutcome.Unidentified, Run([Invoice("RE-2026-0000001", "ACME", 10m)], Payment(5m, text)).Decisions[0].Outcome);
    }
}
