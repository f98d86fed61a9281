using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

/// <summary>A line of a random invoice: pieces, price in tenths of minor units, rate.</summary>
public sealed record AnyLine(int Quantity, int Price, int Rate);

/// <summary>One credit note of a random split: per line how many pieces, or an amount in percent of the line.</summary>
public sealed record AnyCredit(bool Whole, int[] Lines, int Pieces, int Percent, bool ByAmount);

public sealed record AnyCase(AnyLine[] Lines, AnyCredit[] Credits, int Rate, bool ByLine, int Instalments);

public class InvoicingProperties
{
    private static readonly TaxTreatment[] Treatments = [Twenty, Five, Zero, Twenty with { Rate = Percentage.Of(17.5m) }, Twenty with { Rate = Percentage.Of(25.5m) }];

    public static Arbitrary<AnyCase> Cases { get; } = Arb.From(
        from lines in Gen.NonEmptyListOf(
            from quantity in Gen.Frequency((5, Gen.Choose(1, 6)), (1, Gen.Choose(1, 5000)))
            from price in Gen.Frequency((4, Gen.Choose(0, 5_000)), (1, Gen.Choose(0, 10_000_000)))
            from rate in Gen.Choose(0, Treatments.Length - 1)
            select new AnyLine(quantity, price, rate))
        from credits in Gen.ListOf(
            from whole in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            from at in Gen.ListOf(Gen.Choose(1, lines.Count + 1))
            from pieces in Gen.Choose(0, 4)
            from percent in Gen.Choose(0, 110)
            from byAmount in Gen.Elements(true, false, false)
            select new AnyCredit(whole, at.Distinct().ToArray(), pieces, percent, byAmount))
        from rate in Gen.Elements(0, 0, 84_615, 131_313, 7)
        from byLine in Gen.Elements(true, false)
        from instalments in Gen.Choose(1, 4)
        select new AnyCase(lines.Take(12).ToArray(), credits.Take(12).ToArray(), rate, byLine, instalments),
        c => Enumerable.Range(0, c.Credits.Length).Select(i => c with { Credits = c.Credits.Where((_, j) => j != i).ToArray() })
            .Concat(c.Lines.Length == 1 ? [] : Enumerable.Range(0, c.Lines.Length).Select(i => c with { Lines = c.Lines.Where((_, j) => j != i).ToArray() })));

    private static InvoiceAccount Post(AnyCase c)
    {
        var draft = (Draft() with { Computation = c.ByLine ? TaxComputation.ByLine : TaxComputation.ByBreakdown }).With(
            c.Lines.Select((l, i) => InvoiceLine.Priced($"Line {i + 1}", Quantity.Pieces(l.Quantity), UnitPrice.Of(l.Price / 1000m, Currency.Gbp), Treatments[l.Rate])));
        var share = TermsShare.Percent(decimal.Round(100m / c.Instalments, 2, MidpointRounding.ToZero));
        var terms = new PaymentTerms
        {
            Id = new("PARTS"),
            Instalments = Enumerable.Range(1, c.Instalments)
                .Select(i => new InstalmentTerm { Share = i == c.Instalments ? TermsShare.Balance : share, Steps = [TermsStep.Days(10 * i)] }).ToEquatableArray(),
        };
        return draft.Posted(c.Rate == 0 ? null : new(Currency.Eur, Currency.Gbp, c.Rate / 100_000m, new(2011, 2, 1), "ECB"), terms);
    }

    private static CreditNotePosting PostingOf(InvoiceAccount account, AnyCredit credit, int number) => credit.Whole
        ? Credit(number)
        : Credit(number) with
        {
            IsWhole = false,
            Lines = credit.Lines.Select(line => credit.ByAmount && line <= account.Invoice.Lines.Count
                ? CreditRequest.Of(line, account.Invoice.Lines[line - 1].Net.Times(Percentage.Of(credit.Percent), Rounding.HalfAwayFromZero))
                : CreditRequest.Of(line, Quantity.Pieces(credit.Pieces))).ToEquatableArray(),
        };

    [Property(MaxTest = 500, Arbitrary = [typeof(InvoicingProperties)])]
    public bool Parts_of_an_invoice_add_up(AnyCase c)
    {
        var invoice = Post(c).Invoice;
        var instalments = invoice.Instalments;
        return invoice.Check().IsEmpty
            && invoice.Totals.LineNet == Money.Sum(invoice.Lines.Select(l => l.Net), invoice.Currency)
            && Money.Sum(instalments.Select(i => i.Amount), invoice.Currency) == invoice.Totals.Payable
            && instalments.All(i => Money.Sum(i.TaxShares.Select(s => s.Gross), invoice.Currency) == i.Amount)
            && instalments.All(i => i.TaxShares.All(s => !s.Base.IsNegative && !s.Tax.IsNegative))
            && invoice.Breakdown.All(b => Money.Sum(instalments.SelectMany(i => i.TaxShares).Where(s => s.Category == b.Category && s.Rate == b.Rate)
                .Select(s => s.Tax), invoice.Currency) == b.Tax)
            && (invoice.BookingRate is not { } rate || invoice.FunctionalTotals.Gross == invoice.Totals.Gross.Convert(rate, Rounding.HalfAwayFromZero))
            && Money.Sum(invoice.FunctionalInstalments(), invoice.FunctionalCurrency) == invoice.FunctionalTotals.Payable;
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(InvoicingProperties)])]
    public bool Invoice_credited_in_any_split_ends_at_zero(AnyCase c)
    {
        var account = Post(c);
        var notes = new List<CreditNote>();
        for (var n = 0; n <= c.Credits.Length; n++)
        {
            var decision = account.Credit(n < c.Credits.Length ? PostingOf(account, c.Credits[n], n) : Credit(n), Clerk, Noon);
            if (!decision.IsSuccess) continue;
            account = decision.Value.State;
            notes.Add(((CreditNotePosted)decision.Value.Events[0]).CreditNote);
        }
        var (invoice, gbp) = (account.Invoice, account.Invoice.Currency);
        return account.IsFullyCredited == !account.CreditNotes.IsEmpty
            && (account.CreditNotes.IsEmpty ? invoice.Totals.Gross : account.CreditedGross) == invoice.Totals.Gross
            && (notes.Count == 0 || Money.Sum(notes.Select(x => x.Totals.Net), gbp) == invoice.Totals.Net
                && Money.Sum(notes.Select(x => x.Totals.Tax), gbp) == invoice.Totals.Tax
                && Money.Sum(notes.Select(x => x.FunctionalTotals.Net), invoice.FunctionalCurrency) == invoice.FunctionalTotals.Net
                && Money.Sum(notes.Select(x => x.FunctionalTotals.Tax), invoice.FunctionalCurrency) == invoice.FunctionalTotals.Tax
                && invoice.Breakdown.All(b => Money.Sum(notes.SelectMany(x => x.Breakdown)
                    .Where(s => s.Category == b.Category && s.Rate == b.Rate).Select(s => s.Tax), gbp) == b.Tax));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(InvoicingProperties)])]
    public bool State_is_the_fold_of_its_events_and_always_sound(AnyCase c)
    {
        var account = Post(c);
        var events = new List<InvoiceEvent> { new InvoicePosted { InvoiceId = account.Id, Invoice = account.Invoice, By = Clerk, At = Noon } };
        for (var n = 0; n < c.Credits.Length; n++)
        {
            var decision = n % 3 == 2
                ? account.Send((Channel)(n % 2), "", Clerk, Noon)
                : account.Credit(PostingOf(account, c.Credits[n], n / 2), Clerk, Noon);
            if (!decision.IsSuccess) continue;
            events.AddRange(decision.Value.Events);
            account = decision.Value.State;
            if (!account.Check().IsEmpty || account.RemainingGross.IsNegative) return false;
        }
        return account == InvoiceAccount.Replay(events);
    }

    [Property(MaxTest = 50, Arbitrary = [typeof(InvoicingProperties)])]
    public bool Any_account_survives_json(AnyCase c)
    {
        var account = Post(c);
        for (var n = 0; n < c.Credits.Length; n++)
            if (account.Credit(PostingOf(account, c.Credits[n], n), Clerk, Noon) is { IsSuccess: true } credited) account = credited.Value.State;
        return account == JsonSerializer.Deserialize<InvoiceAccount>(JsonSerializer.Serialize(account, Stored), Stored);
    }
}
