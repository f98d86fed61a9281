using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

/// <summary>Any mix of lines, allowances, charges and cash rounding, credited in any split, ends at nothing.</summary>
public sealed class CreditSplitProperties
{
    public static Arbitrary<int> Seeds { get; } = Arb.From(Gen.Choose(0, int.MaxValue - 1));

    [Property(MaxTest = 400, Arbitrary = [typeof(CreditSplitProperties)])]
    public void Whatever_is_credited_in_parts_ends_at_exactly_nothing(int seed)
    {
        var random = new Random(seed);
        var currency = random.Next(4) switch { 0 => Currency.Gbp, 1 => Currency.Jpy, 2 => Currency.Of("KWD"), _ => Currency.Of("CHF") };
        if (Drafted(random, currency) is not { } draft) return;
        if (!draft.Post(draft.Posting(), Clerk, Noon).TryGet(out var posted, out _)) return;
        var account = posted.State;
        // Fractions of a yen: of an invoice over nothing, nothing can be credited.
        if (account.Invoice.Lines.All(line => line.Net.IsZero) && account.Invoice.AllowancesCharges.IsEmpty) return;
        var notes = new List<CreditNote>();
        for (var n = 1; n < 12; n++)
        {
            var posting = Posting(random, account, n);
            if (!account.Credit(posting, Clerk, Noon).TryGet(out var credited, out _)) continue;
            account = credited.State;
            notes.Add(NoteOf(credited));
            Assert.Empty(account.Check());
            if (posting.Gross is { } gross) Assert.Equal(gross, notes[^1].Totals.Gross);
        }
        Assert.True(account.IsFullyCredited, "something is left");
        var (totals, none) = (account.Invoice.Totals, Money.Zero(currency));
        Assert.Equal((none, none, none, none), (totals.Net - Sum(t => t.Net), totals.Tax - Sum(t => t.Tax), totals.Payable - Sum(t => t.Payable), account.RemainingGross));

        Money Sum(Func<InvoiceTotals, Money> part) => Money.Sum(notes.Select(note => part(note.Totals)), currency);
    }

    [Fact]
    public void A_category_of_both_signs_is_credited_beyond_its_base_and_back_with_its_tax() =>
        Whatever_is_credited_in_parts_ends_at_exactly_nothing(1712420760);

    private static DraftInvoice? Drafted(Random random, Currency currency)
    {
        TaxTreatment[] taxes = [Twenty, Five, Zero];
        var draft = Draft(currency);
        for (var line = 0; line < random.Next(1, 6); line++)
        {
            var price = UnitPrice.Of(random.Next(1, 99_999) / 1000m, currency);
            draft = draft.With(Line($"L{line}", random.Next(1, 8) * (line > 0 && random.Next(5) == 0 ? -1 : 1), price.ToString(), taxes[random.Next(3)]));
        }
        if (random.Next(2) == 0 && draft.Totals().Net.IsPositive) draft = draft.WithAllowance(Percentage.Of(random.Next(1, 60)), "Rebate");
        if (random.Next(3) == 0) draft = draft.With(AllowanceCharge.Charge(Money.FromMinorUnits(random.Next(1, 900), currency), "Freight").Taxed(taxes[random.Next(3)]));
        if (random.Next(2) == 0) draft = draft with { CashRounding = CashRounding.To(Money.FromMinorUnits(5, currency)) };
        return draft.Check().IsEmpty && draft.Schedule(PaymentTerms.Days(30), BusinessCalendar.EveryDay).IsSuccess ? draft : null;
    }

    private static CreditNotePosting Posting(Random random, InvoiceAccount account, int number)
    {
        var line = random.Next(1, account.Invoice.Lines.Count + 1);
        var net = account.Invoice.Lines[line - 1].Net;
        return (number == 11 ? 3 : random.Next(3)) switch
        {
            0 => Credit(number, []) with { IsWhole = false, Gross = Some(account.RemainingGross) },
            1 => Credit(number, CreditRequest.Of(line, Quantity.Pieces(random.Next(1, 3)))),
            2 => Credit(number, CreditRequest.Of(line, net.IsNegative ? -Some(net) : Some(net))),
            _ => Credit(number),
        };

        Money Some(Money most) => Money.FromMinorUnits(random.Next(1, 1 + (int)Math.Max(1, Math.Abs(most.MinorUnits) / 2)), most.Currency);
    }
}
