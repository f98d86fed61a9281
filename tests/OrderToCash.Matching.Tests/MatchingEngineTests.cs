using OrderToCash.Receivables;
using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>A clerk's day: what lies in the post box, and what goes into the books.</summary>
public class MatchingEngineTests
{
    private static readonly OpenItemBookItems Book = new();

    [Theory]
    // The structured reference decides, with blanks, without a payer, and when a stranger pays.
    [InlineData(119.00, "RF18 5390 0754 7034", "", "Full RE-2026-0001001#1 119.00")]
    [InlineData(119.00, "RF18539007547034", Bolt, "Full RE-2026-0001001#1 119.00")]
    // Numbers in all the ways people write them.
    [InlineData(119.00, "Rechnung RE-2026-0001001 vielen Dank", Acme, "Full RE-2026-0001001#1 119.00")]
    [InlineData(119.00, "re 2026/0001001", "", "Full RE-2026-0001001#1 119.00")]
    [InlineData(119.00, "RG.NR. 0001001 VOM 12.03.2026", "", "Full RE-2026-0001001#1 119.00")]
    [InlineData(119.00, "RE-2026-1001", Acme, "Full RE-2026-0001001#1 119.00")]
    [InlineData(119.00, "20260001001", Acme, "Full RE-2026-0001001#1 119.00")]
    // Damaged ones, when the amount agrees: a digit dropped, doubled, swapped, a blank inside.
    [InlineData(250.40, "RE 2026000102", "", "Full RE-2026-0001002#1 250.40")]
    [InlineData(250.40, "RE 202600011002", "", "Full RE-2026-0001002#1 250.40")]
    [InlineData(250.40, "RE 20260010002", "", "Full RE-2026-0001002#1 250.40")]
    [InlineData(250.40, "RE 2026000 1002", "", "Full RE-2026-0001002#1 250.40")]
    // Several at once: written out, as a list, as a range, with a credit note.
    [InlineData(369.40, "RE-2026-0001001 und RE-2026-0001002", "", "Full RE-2026-0001001#1 119.00 RE-2026-0001002#1 250.40")]
    [InlineData(677.65, "0001001/02/03", Acme, "Full RE-2026-0001001#1 119.00 RE-2026-0001002#1 250.40 RE-2026-0001003#1 308.25")]
    [InlineData(677.65, "0001001-0001003", Acme, "Full RE-2026-0001001#1 119.00 RE-2026-0001003#1 308.25 RE-2026-0001002#1 250.40")]
    [InlineData(99.00, "RE-2026-0001001 abz. GS-2026-0009001", Acme, "Full RE-2026-0001001#1 119.00 GS-2026-0009001#1 -20.00")]
    // The amount differs.
    [InlineData(302.08, "RE-2026-0001003", Acme, "Discounted RE-2026-0001003#1 302.08 discount 6.17")]
    [InlineData(250.00, "RE-2026-0001002", Acme, "ShortWithinTolerance RE-2026-0001002#1 250.00 written off 0.40")]
    [InlineData(100.00, "RE-2026-0001002", Acme, "Partial RE-2026-0001002#1 100.00")]
    [InlineData(300.40, "RE-2026-0001002", Acme, "Over RE-2026-0001002#1 250.40 rest 50.00")]
    // No word about what it is for, but the account is known.
    [InlineData(308.25, "vielen Dank", Acme, "Full RE-2026-0001003#1 308.25")]
    [InlineData(302.08, "", Acme, "Discounted RE-2026-0001003#1 302.08 discount 6.17")]
    [InlineData(657.65, "", Acme, "Full GS-2026-0009001#1 -20.00 RE-2026-0001001#1 119.00 RE-2026-0001002#1 250.40 RE-2026-0001003#1 308.25")]
    [InlineData(558.65, "", Acme, "Full RE-2026-0001002#1 250.40 RE-2026-0001003#1 308.25")]
    [InlineData(1000.00, "", Bolt, "Suggested rest 1000.00")]
    // Nobody is sure.
    [InlineData(308.25, "", "", "Suggested rest 308.25")]
    [InlineData(100.00, "RE-2026-0001002", Bolt, "Suggested rest 100.00")]
    [InlineData(119.01, "", "", "Unidentified rest 119.01")]
    [InlineData(4711.00, "Spende", "DE00123", "Unidentified rest 4711.00")]
    public void One_payment(decimal amount, string text, string account, string expected) =>
        Assert.Equal(expected, Match(Book.Items, Payment(amount, text, account)).Line());

    [Theory]
    [InlineData("RE-2026-0001002, RE-2026-000771", "Suggested rest 400.40")]
    [InlineData("RE-2026-0001002, RF02INV201000046", "Suggested rest 400.40")]
    [InlineData("RE-2026-0001002 vom 12.03.2026, zu viel", "Over RE-2026-0001002#1 250.40 rest 150.00")]
    public void A_large_rest_is_a_persons_when_the_payer_names_more_than_was_found(string text, string expected) =>
        Assert.Equal(expected, Match(Book.Items, Payment(400.40m, text, Acme)).Line());

    [Fact]
    public void A_reference_that_lost_a_zero_is_still_its_items() =>
        Assert.Equal(EvidenceKind.DamagedReference,
            Match([Invoice("INV-2010-000485", "ACME", 361.96m, "RF48INV2010000485")], Payment(361.96m, "Invoice RF48INV201000485", Acme)).Evidence[0].Kind);

    [Fact]
    public void An_amount_does_not_decide_against_a_reference_that_nobody_knows() =>
        Assert.Equal("Suggested rest 308.25", Match(Book.Items, Payment(308.25m, "RF54INV201000183", Acme)).Line());

    [Fact]
    public void Claims_that_were_not_found_keep_a_large_rest_for_a_person()
    {
        var known = new RemittanceClaim { DocumentNumber = "RE-2026-0001002" };
        var unknown = new RemittanceClaim { DocumentNumber = "RE-2025-0000077" };
        Assert.Equal("Suggested rest 400.40", Match(Book.Items, Payment(400.40m, "", Acme, claims: [known, unknown])).Line());
        Assert.Equal("Over RE-2026-0001002#1 250.40 rest 150.00", Match(Book.Items, Payment(400.40m, "", Acme, claims: [known])).Line());
    }

    [Fact]
    public void A_discount_is_granted_on_what_credit_notes_left_as_the_ledger_grants_it()
    {
        var invoice = Invoice("RE-2026-0007001", "ACME", 340.50m, discount: 6.81m);
        var credited = invoice with
        {
            Applications =
            [
                new()
                {
                    Id = new("A1"), Counterpart = new("GS-1"), Kind = ApplicationKind.Settlement, Amount = Eur(4.47m), FunctionalAmount = Eur(4.47m),
                    On = new(2026, 3, 5), RecordedAt = default, ByCreditNote = true,
                },
            ],
        };
        Assert.Equal("Discounted RE-2026-0007001#1 329.31 discount 6.72", Match([credited], Payment(329.31m, "RE-2026-0007001", Acme)).Line());
        Assert.DoesNotContain("Discounted", Match([credited], Payment(329.22m, "RE-2026-0007001", Acme)).Line(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_pays_for_its_children() =>
        Assert.Equal("Full RE-2026-0001002#1 250.40", Match(Book.Items, Payment(250.40m, "", Holding)).Line());

    [Fact]
    public void A_name_corroborates_and_suggests_but_never_applies()
    {
        var decision = Match([Invoice("RE-2026-0005001", "COLT", 812.77m)], Payment(812.77m, "", name: "COLT & SÖHNE GMBH"));
        Assert.Equal("Suggested rest 812.77", decision.Line());
        Assert.Equal(EvidenceKind.PayerName, decision.Evidence[0].Kind);
        Assert.Equal("RE-2026-0005001#1", decision.Alternatives[0].Allocations[0].Item.Value);
    }

    [Fact]
    public void A_name_in_the_book_of_names_is_not_needed_when_the_number_is_there() => Assert.Equal("Full RE-2026-0005001#1 812.77",
        Match([Invoice("RE-2026-0005001", "COLT", 812.77m)], Payment(812.77m, "RE-2026-0005001", name: "Colt Söhne")).Line());

    [Fact]
    public void The_same_bank_line_twice_has_no_effect_the_second_time()
    {
        var decisions = MatchAll(Book.Items, Payment(119m, "RE-2026-0001001", id: "P2", identity: "A|77"), Payment(119m, "RE-2026-0001001", id: "P1", identity: "A|77"));
        Assert.Equal(["Duplicate rest 119.00", "Full RE-2026-0001001#1 119.00"], decisions.Select(d => d.Line()));
        Assert.Equal(new PaymentId("P1"), decisions[0].DuplicateOf);
    }

    [Fact]
    public void Who_pays_twice_is_flagged_and_not_matched_with_something_else()
    {
        var book = Book.Items.Append(Invoice("RE-2026-0001077", "ACME", 119m, due: new(2026, 5, 1)));
        var decisions = MatchAll(book, Payment(119m, "RE-2026-0001001", Acme, "P1"), Payment(119m, "RE-2026-0001001", Acme, "P2", on: Today.PlusDays(1)));
        Assert.Equal(["Full RE-2026-0001001#1 119.00", "Duplicate rest 119.00"], decisions.Select(d => d.Line()));
    }

    [Fact]
    public void Five_equal_lines_pay_five_equal_invoices_that_they_name()
    {
        var book = Enumerable.Range(1, 5).Select(i => Invoice($"RE-2026-000300{i}", "ACME", 49.90m));
        var payments = Enumerable.Range(1, 5).Select(i => Payment(49.90m, $"RE-2026-000300{i}", Acme, $"P{i}", identity: $"A|{i}")).ToArray();
        Assert.All(MatchAll(book, payments).Index(), d => Assert.Equal($"Full RE-2026-000300{d.Index + 1}#1 49.90", d.Item.Line()));
    }

    [Fact]
    public void Equal_invoices_without_a_word_are_for_a_person_the_oldest_first()
    {
        var decision = Match([Invoice("A-100002", "ACME", 50m, due: new(2026, 4, 2)), Invoice("A-100001", "ACME", 50m, due: new(2026, 4, 1))], Payment(50m, "", Acme));
        Assert.Equal("Suggested rest 50.00", decision.Line());
        Assert.Equal(["A-100001#1", "A-100002#1"], decision.Alternatives.Select(a => a.Allocations[0].Item.Value));
        Assert.Equal("Not sure, a person decides; payer known by his account; perhaps A-100001#1 (amount to the cent), or A-100002#1 (amount to the cent).", decision.Explanation);
    }

    [Fact]
    public void Instalments_of_one_document_are_paid_oldest_first()
    {
        var book = new[] { Invoice("RE-2026-0008001", "ACME", 100m, instalment: 2), Invoice("RE-2026-0008001", "ACME", 100m, instalment: 1) };
        var decisions = MatchAll(book, Payment(100m, "RE-2026-0008001", Acme, "P2", on: Today.PlusDays(1)), Payment(100m, "RE-2026-0008001", Acme, "P1"));
        Assert.Equal(["Full RE-2026-0008001#2 100.00", "Full RE-2026-0008001#1 100.00"], decisions.Select(d => d.Line()));
        Assert.Equal("Full RE-2026-0008001#1 100.00 RE-2026-0008001#2 100.00", Match(book.Reverse(), Payment(200m, "RE-2026-0008001", Acme)).Line());
    }

    [Fact]
    public void Part_payments_of_one_invoice_add_up_whoever_comes_first()
    {
        var (first, second) = (Payment(100m, "RE-2026-0001002", Acme, "P1"), Payment(150.40m, "RE-2026-0001002", Acme, "P2", on: Today.PlusDays(2)));
        Assert.Equal(["Partial RE-2026-0001002#1 100.00", "Full RE-2026-0001002#1 150.40"], MatchAll(Book.Items, first, second).Select(d => d.Line()));
        Assert.Equal(["Full RE-2026-0001002#1 150.40", "Partial RE-2026-0001002#1 100.00"], MatchAll(Book.Items, second, first).Select(d => d.Line()));
    }

    [Fact]
    public void Two_payers_who_want_the_same_unnamed_invoice_get_neither()
    {
        var decisions = MatchAll(Book.Items, Payment(308.25m, "", Acme, "P1"), Payment(308.25m, "", Holding, "P2"));
        Assert.All(decisions, d => Assert.Equal(MatchOutcome.Suggested, d.Outcome));
    }

    [Fact]
    public void A_reference_comes_before_an_amount_whatever_the_order()
    {
        var decisions = MatchAll(Book.Items, Payment(308.25m, "", Acme, "P1", on: Today.PlusDays(-9)), Payment(308.25m, "RE-2026-0001003", "", "P2"));
        Assert.Equal("Full RE-2026-0001003#1 308.25", decisions[1].Line());
        Assert.False(decisions[0].IsApplied);
    }

    [Fact]
    public void An_advice_says_which_part_is_for_what()
    {
        var decision = Match(Book.Items, Payment(421.08m, claims:
        [
            new() { DocumentNumber = "RE-2026-0001001", Amount = Eur(119m) },
            new() { DocumentNumber = "RE-2026-0001003", Amount = Eur(302.08m) },
        ]));
        Assert.Equal("Discounted RE-2026-0001001#1 119.00 RE-2026-0001003#1 302.08 discount 6.17", decision.Line());
        Assert.Equal(EvidenceKind.Claim, decision.Evidence[0].Kind);
    }

    [Fact]
    public void An_advice_that_does_not_add_up_is_not_believed() => Assert.False(Match(Book.Items, Payment(500m, claims:
        [new() { DocumentNumber = "RE-2026-0001001", Amount = Eur(119m) }, new() { DocumentNumber = "NOBODY-KNOWS-1", Amount = Eur(381m) }])).Line().StartsWith("Full"));

    [Fact]
    public void A_reference_with_a_wrong_digit_holds_when_the_amount_agrees() => Assert.Equal("Full RE-2026-0001001#1 119.00",
        Match(Book.Items, Payment(119m, claims: [new() { StructuredReference = "RF18539007547035" }])).Line());

    [Fact]
    public void Money_of_another_currency_is_not_matched()
    {
        var decision = Match([Invoice("RE-2026-0001001", "ACME", 0, other: Money.Of(119m, Currency.Usd))], Payment(119m, "RE-2026-0001001", Acme));
        Assert.Equal("Unidentified rest 119.00", decision.Line());
    }

    [Theory]
    [InlineData(-119.00, false)]
    [InlineData(0, false)]
    [InlineData(119.00, true)]
    public void What_is_no_money_in_is_not_cash(decimal amount, bool isReversal) => Assert.Equal(MatchOutcome.NotCash,
        Match(Book.Items, Payment(amount, "RE-2026-0001001", Acme) with { IsReversal = isReversal }).Outcome);

    [Fact]
    public void An_unrelated_amount_that_three_of_many_items_add_up_to_is_not_applied()
    {
        var book = Enumerable.Range(0, 90).Select(i => Invoice($"RE-2026-00{10_000 + i}", "ACME", 100m + i * i * 1.37m)).ToList();
        var amount = book[3].Open.Amount + book[40].Open.Amount + book[77].Open.Amount;
        Assert.False(Match(book, Payment(amount, "", Acme)).IsApplied);
    }

    [Fact]
    public void Evidence_points_into_the_text_and_the_words_say_why()
    {
        const string text = "Danke fuer RE-2026-0001001 vom 1.3.";
        var decision = Match(Book.Items, Payment(119m, text, Acme));
        var number = decision.Evidence[0];
        Assert.Equal((EvidenceKind.DocumentNumber, "2026-0001001"), (number.Kind, text.Substring(number.Start, number.Length)));
        Assert.Equal("Pays RE-2026-0001001#1 in full; number in the text; payer known by his account; amount to the cent.", decision.Explanation);
        Assert.Equal(9_990, decision.Confidence);
    }

    [Fact]
    public void A_cautious_policy_applies_less()
    {
        var cautious = MatchingPolicy.Standard with { ApplyAt = 9_995 };
        var decision = MatchingEngine.Match(OpenItemBook.Create(Book.Items), [Payment(119m, "RE-2026-0001001", Acme)], cautious, Payers).Decisions[0];
        Assert.Equal(MatchOutcome.Suggested, decision.Outcome);
        Assert.Equal(EvidenceKind.DocumentNumber, decision.Alternatives[0].Evidence);
    }

    [Fact]
    public void A_bank_entry_becomes_a_payment()
    {
        var entry = new BankEntry
        {
            Account = "DE01", Identity = "ref 9", BookedOn = Today, ValueOn = Today.PlusDays(1), Amount = Eur(119m),
            CounterpartyAccount = Acme, RemittanceText = "RE-2026-0001001",
        };
        var payment = IncomingPayment.Of(new("P1"), entry);
        Assert.Equal(("DE01|ref 9", Today.PlusDays(1)), (payment.BankIdentity, payment.ReceivedOn));
        Assert.Equal("Full RE-2026-0001001#1 119.00", Match(Book.Items, payment).Line());
    }

    [Fact]
    public void Two_payments_with_one_id_are_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => MatchAll(Book.Items, Payment(1m), Payment(2m)));

    [Fact]
    public void Two_items_with_one_id_are_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => OpenItemBook.Create([Invoice("A-1", "ACME", 1m), Invoice("A-1", "ACME", 2m)]));

    private sealed class OpenItemBookItems
    {
        public Receivables.OpenItem[] Items { get; } =
        [
            Invoice("RE-2026-0001001", "ACME", 119.00m, "RF18539007547034"),
            Invoice("RE-2026-0001002", "ACME", 250.40m),
            Invoice("RE-2026-0001003", "ACME", 308.25m, discount: 6.17m),
            CreditNote("GS-2026-0009001", "ACME", 20.00m),
            Invoice("RE-2026-0002001", "BOLT", 1000.00m, due: new(2026, 4, 1)),
            Invoice("RE-2026-0002002", "BOLT", 1000.00m, due: new(2026, 4, 2)),
        ];
    }
}
