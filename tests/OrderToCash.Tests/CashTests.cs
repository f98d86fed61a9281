using OrderToCash.Invoicing;
using OrderToCash.Matching;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class CashTests
{
    private readonly ABusiness business = new();

    [Fact]
    public async Task A_discount_is_taken_in_time_and_in_the_days_of_grace()
    {
        await business.OpenCustomerAsync();
        var (early, late) = (await business.BilledAsync("SO-1", "I-1", 100m), await business.BilledAsync("SO-2", "I-2", 100m));
        await business.ImportAsync(
            Received("1", Eur(1_166.20m), Monday.PlusDays(9), early.Invoice.PaymentReference),
            Received("2", Eur(1_166.20m), Monday.PlusDays(13), late.Invoice.PaymentReference));
        Assert.Equal(Eur(0), (await business.AccountAsync()).Exposure.Total);
        Assert.Equal(Eur(40), await business.BalanceAsync(AccountRole.DiscountsAllowed));
        Assert.Equal(Eur(-372.40m), await business.BalanceAsync(AccountRole.OutputTax));
    }

    [Fact]
    public async Task A_payment_short_within_the_tolerance_closes_the_invoice()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        var invoice = await business.BilledAsync("SO-1", "I-1", 100m);
        var plan = await business.ImportAsync(Received("1", Eur(1_188), Monday.PlusDays(20), invoice.Invoice.PaymentReference));
        Assert.Equal(MatchOutcome.ShortWithinTolerance, plan.Payments[0].Decision!.Outcome);
        Assert.Equal(Eur(2), await business.BalanceAsync(AccountRole.SmallDifferencesLost));
        Assert.Equal(Eur(0), (await business.AccountAsync()).Exposure.Total);
    }

    [Fact]
    public async Task A_line_that_is_known_by_its_identity_with_another_amount_is_refused_not_passed_over()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        var (first, other) = (Received("1", Eur(100), Monday.PlusDays(20)), Received("1", Eur(90), Monday.PlusDays(20)));
        var together = await business.PlanAsync(first, other);
        Assert.Equal([PaymentTreatment.Book, PaymentTreatment.Refused], together.Payments.Select(p => p.Treatment));
        Expect.Found(ProcessErrors.LineDiffers, [together.Payments[1].Refusal!]);
        await business.ImportAsync(first);
        var later = await business.PlanAsync(first, other);
        Assert.Equal([PaymentTreatment.AlreadyBooked, PaymentTreatment.Refused], later.Payments.Select(p => p.Treatment));
        Assert.Equal("100.00 EUR", Expect.Found(ProcessErrors.LineDiffers, [later.Payments[1].Refusal!]).Fact("known"));
    }

    [Theory, InlineData(""), InlineData(" ")]
    public async Task Lines_without_an_identity_are_refused_not_taken_for_one(string identity)
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        var plan = await business.PlanAsync(Received(identity, Eur(100), Monday.PlusDays(20)), Received(identity, Eur(100), Monday.PlusDays(21)));
        Assert.All(plan.Payments, p => Expect.Found(ProcessErrors.LineUnnamed, [p.Refusal!]));
        Assert.Empty(plan.Commands(Anna));
    }

    // Two lines by their identity: nothing is lost, and what is paid already pays for nothing else by itself.
    [Fact]
    public async Task A_booked_line_that_the_bank_moved_to_another_day_waits_on_account()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        var (first, _) = (await business.BilledAsync("SO-1", "I-1", 100m), await business.BilledAsync("SO-2", "I-2", 100m));
        await business.ImportAsync(Received("B-1/20", Eur(1_190), Monday.PlusDays(20), first.Invoice.Number.Value));
        var moved = await business.ImportAsync(Received("B-1/21", Eur(1_190), Monday.PlusDays(21), first.Invoice.Number.Value));
        Assert.Equal((PaymentTreatment.Book, true), (moved.Payments[0].Treatment, moved.Payments[0].Allocations.IsEmpty));
        Assert.Equal((Eur(1_190), Eur(1_190)), ((await business.ItemAsync("INV-2025-000002/1")).Open, (await business.AccountAsync()).UnappliedCredit));
    }

    [Fact]
    public async Task Money_paid_too_much_waits_on_account_and_pays_the_next_invoice()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        var first = await business.BilledAsync("SO-1", "I-1", 100m);
        var plan = await business.ImportAsync(Received("1", Eur(1_250), Monday.PlusDays(20), first.Invoice.PaymentReference));
        Assert.Equal(Eur(60), (await business.AccountAsync()).UnappliedCredit);
        var second = await business.BilledAsync("SO-2", "I-2", 10m);
        var apply = new ApplyPayment
        {
            Id = business.Next(), By = Anna, Payment = plan.Payments[0].Payment, On = Monday.PlusDays(21),
            Allocations = [new() { Item = new("INV-2025-000002/1"), Cash = Eur(60), Discount = Eur(0), WriteOff = Eur(0) }],
        };
        Assert.Equal(Eur(0), Expect.Success(await business.Cash.ApplyAsync(apply)).Open);
        Assert.Equal(second.Invoice.Totals.Payable - Eur(60), (await business.AccountAsync()).OpenReceivable);
    }

    // Two days of a bank that numbers its lines from one each day, and a file that overlaps with both.
    [Fact]
    public async Task A_reference_the_bank_uses_again_brings_both_payments_in_and_reading_again_none()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-1", "I-1", 100m);
        await business.BilledAsync("SO-2", "I-2", 100m);
        static string Line(string day, string amount, string text) => $":61:2503{day}03{day}C{amount}NTRFNONREF//000001\r\n:86:166?00GUTSCHRIFT?20SVWZ+{text}?31DE02120300000000202051\r\n";
        static BankEntry[] Read(params string[] lines) => [.. OrderToCash.Banking.BankFiles.BuiltIn.Read(new MemoryStream(System.Text.Encoding.ASCII.GetBytes(
            $":20:S\r\n:25:{Received("1", Eur(1), Monday).Account}\r\n:28C:1\r\n:60F:C250301EUR0,00\r\n{string.Concat(lines)}:62F:C250330EUR0,00\r\n-\r\n"))).Single().Value.Entries];
        var (first, second) = (Line("20", "1190,00", "INV-2025-000001"), Line("21", "1100,00", "INV-2025-000002"));
        await business.ImportAsync(Read(first));
        await business.ImportAsync(Read(second));
        Assert.Equal((Eur(0), Eur(90)), ((await business.ItemAsync("INV-2025-000001/1")).Open, (await business.ItemAsync("INV-2025-000002/1")).Open));
        var again = await business.ImportAsync(Read(first, second, Line("24", "90,00", "INV-2025-000002")));
        Assert.Equal([PaymentTreatment.AlreadyBooked, PaymentTreatment.AlreadyBooked, PaymentTreatment.Book], again.Payments.Select(p => p.Treatment));
        Assert.Equal((Eur(0), Eur(2_380)), ((await business.ItemAsync("INV-2025-000002/1")).Open, await business.BalanceAsync(AccountRole.Bank)));
    }

    [Fact]
    public async Task The_same_statement_twice_books_nothing_twice()
    {
        await business.OpenCustomerAsync();
        var invoice = await business.BilledAsync("SO-1", "I-1", 100m);
        var line = Received("1", Eur(1_190), Monday.PlusDays(20), invoice.Invoice.PaymentReference);
        var overlapping = await business.ImportAsync(line, line);
        Assert.Equal([PaymentTreatment.Book, PaymentTreatment.AlreadyBooked], overlapping.Payments.Select(p => p.Treatment));
        var before = await business.BalanceAsync(AccountRole.Bank);
        foreach (var command in overlapping.Commands(Anna)) Expect.Success(await business.GiveAsync(command));
        var again = await business.ImportAsync(line);
        Assert.Equal(PaymentTreatment.AlreadyBooked, again.Payments[0].Treatment);
        Assert.Equal(before, await business.BalanceAsync(AccountRole.Bank));
    }

    [Fact]
    public async Task A_bounce_opens_again_exactly_what_the_payment_settled_and_books_the_banks_charge()
    {
        await business.OpenCustomerAsync();
        var (one, two) = (await business.BilledAsync("SO-1", "I-1", 100m), await business.BilledAsync("SO-2", "I-2", 10m));
        await business.ImportAsync(
            Received("1", Eur(1_166.20m), Monday.PlusDays(9), one.Invoice.PaymentReference, "E2E-1"),
            Received("2", Eur(116.62m), Monday.PlusDays(9), two.Invoice.PaymentReference, "E2E-2"));
        var bounce = Received("3", Eur(-1_171.20m), Monday.PlusDays(14), endToEnd: "E2E-1") with { IsReversal = true, ReturnReason = "AM04", Charges = Eur(5) };
        await business.ImportAsync(bounce);
        Assert.Equal(Eur(1_190), (await business.ItemAsync("INV-2025-000001/1")).Open);
        Assert.Equal(Eur(0), (await business.ItemAsync("INV-2025-000002/1")).Open);
        var account = await business.AccountAsync();
        Assert.Equal((Eur(1_190), Eur(0)), (account.OpenReceivable, account.UnappliedCredit));
        Assert.Equal(Eur(5), await business.BalanceAsync(AccountRole.BankCharges));
        Assert.Equal(Eur(111.62m), await business.BalanceAsync(AccountRole.Bank));
        Assert.Equal(PaymentTreatment.AlreadyBooked, (await business.PlanAsync(bounce)).Payments[0].Treatment);
    }

    [Fact]
    public async Task A_payment_that_bounces_within_its_own_statement_is_booked_and_returned()
    {
        await business.OpenCustomerAsync();
        var invoice = await business.BilledAsync("SO-1", "I-1", 100m);
        var plan = await business.ImportAsync(
            Received("1", Eur(1_190), Monday.PlusDays(12), invoice.Invoice.PaymentReference, "E2E-1"),
            Received("2", Eur(-1_190), Monday.PlusDays(14), endToEnd: "E2E-1") with { IsReversal = true });
        Assert.Equal([PaymentTreatment.Book, PaymentTreatment.Return], plan.Payments.Select(p => p.Treatment));
        Assert.Equal(Eur(1_190), (await business.AccountAsync()).OpenReceivable);
        Assert.Equal(Eur(0), await business.BalanceAsync(AccountRole.Bank));
    }

    [Fact]
    public async Task An_application_is_taken_back_and_made_again()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        var invoice = await business.BilledAsync("SO-1", "I-1", 100m);
        var plan = await business.ImportAsync(Received("1", Eur(1_190), Monday.PlusDays(20), invoice.Invoice.PaymentReference));
        for (var round = 0; round < 2; round++)
        {
            var item = await business.ItemAsync("INV-2025-000001/1");
            Expect.Success(await business.Cash.UnapplyAsync(new()
            {
                Id = business.Next(), By = Anna, Credit = new(plan.Payments[0].Payment.Value), On = Monday.PlusDays(21 + round),
                Application = item.Applications.Single(a => a.IsLive).Id,
            }));
            Assert.Equal(Eur(1_190), (await business.AccountAsync()).UnappliedCredit);
            Expect.Success(await business.Cash.ApplyAsync(new()
            {
                Id = business.Next(), By = Anna, Payment = plan.Payments[0].Payment, On = Monday.PlusDays(21 + round), Allocations = plan.Payments[0].Allocations,
            }));
            Assert.Equal(Eur(0), (await business.AccountAsync()).Exposure.Total);
        }
    }

    [Fact]
    public async Task Money_nobody_can_be_named_for_waits_on_the_account_for_it()
    {
        await business.OpenCustomerAsync();
        var stranger = Received("1", Eur(33), Monday) with { CounterpartyAccount = "FR7630006000011234567890189", CounterpartyName = "?" };
        var plan = await business.ImportAsync(stranger);
        Assert.Equal("UNKNOWN", plan.Payments[0].Customer.Value);
        Assert.Equal(Eur(0), (await business.AccountAsync()).UnappliedCredit);
    }

    [Fact]
    public async Task An_invoice_in_dollars_realises_its_exchange_difference_and_books_the_figures_of_the_document()
    {
        await business.OpenCustomerAsync(currency: Currency.Usd, limitCurrency: Currency.Eur, terms: PaymentTerms.Days(30));
        var posted = await business.BilledAsync("SO-1", "I-1", 33.33m, currency: Currency.Usd);
        var invoice = posted.Invoice;
        Assert.Equal(-invoice.FunctionalTotals.Tax, await business.BalanceAsync(AccountRole.OutputTax));
        Assert.Equal(-invoice.FunctionalTotals.Net, await business.BalanceAsync(AccountRole.Sales));
        Assert.Equal(invoice.FunctionalTotals.Gross, await business.BalanceAsync(AccountRole.TradeReceivable));
        Assert.Equal(Eur(0), await business.BalanceAsync(AccountRole.FxRounding));

        var paid = Monday.PlusDays(19);
        await business.ImportAsync(Received("1", invoice.Totals.Payable, paid, invoice.PaymentReference));
        var account = await business.AccountAsync();
        Assert.Equal((Currency.Eur, Eur(0)), (account.Currency, account.Exposure.Total));
        var worth = invoice.Totals.Payable.Convert(Rates.Find(Currency.Usd, Currency.Eur, paid)!, Rounding.HalfAwayFromZero);
        Assert.Equal(worth, await business.BalanceAsync(AccountRole.Bank));
        var realised = await business.BalanceAsync(AccountRole.RealisedLoss) + await business.BalanceAsync(AccountRole.RealisedGain);
        Assert.Equal(invoice.FunctionalTotals.Gross - worth, realised);
        Assert.NotEqual(Eur(0), realised);
    }

    [Fact]
    public async Task Crediting_an_invoice_in_dollars_takes_back_the_figures_of_the_document()
    {
        await business.OpenCustomerAsync(currency: Currency.Usd, limitCurrency: Currency.Eur);
        await business.BilledAsync("SO-1", "I-1", 33.37m, currency: Currency.Usd);
        for (var part = 1; part <= 3; part++)
            Expect.Success(await business.Billing.CreditAsync(new()
            {
                Id = business.Next(), By = Anna, Invoice = new("I-1"), CreditNote = new($"CN-{part}"), DocumentDate = Monday.PlusDays(part),
                Reason = CreditReason.Quality, Lines = part < 3 ? [CreditRequest.Of(1, Quantity.Pieces(3))] : [],
            }));
        foreach (var role in (AccountRole[])[AccountRole.OutputTax, AccountRole.TradeReceivable, AccountRole.FxRounding])
            Assert.Equal(Eur(0), await business.BalanceAsync(role));
        Assert.Equal(Eur(0), (await business.AccountAsync()).Exposure.Total);
    }

    [Fact]
    public async Task An_invoice_in_dollars_is_paid_in_euro_and_bounces_in_euro()
    {
        await business.OpenCustomerAsync(currency: Currency.Usd, limitCurrency: Currency.Eur, terms: PaymentTerms.Days(30));
        var posted = await business.BilledAsync("SO-1", "I-1", 33.33m, currency: Currency.Usd);
        var (invoice, paid) = (posted.Invoice, Monday.PlusDays(19));
        var euro = invoice.Totals.Payable.Convert(Rates.Find(Currency.Usd, Currency.Eur, paid)!, Rounding.HalfAwayFromZero) + Eur(0.50m);
        var plan = await business.ImportAsync(Received("1", euro, paid, invoice.Number.Value, "E2E-1"));
        var allocation = plan.Payments[0].Decision!.Allocations.Single();
        Assert.Equal((euro, invoice.Totals.Payable), (allocation.Cash, allocation.Settles!.Value));
        Assert.Equal(Usd(0), (await business.ItemAsync("INV-2025-000001/1")).Open);
        Assert.Equal((euro, Eur(0), Eur(0)), (await business.BalanceAsync(AccountRole.Bank), await business.BalanceAsync(AccountRole.FxClearing), (await business.AccountAsync()).Exposure.Total));
        await business.ImportAsync(Received("2", -euro, paid.PlusDays(2), endToEnd: "E2E-1") with { IsReversal = true });
        Assert.Equal((invoice.Totals.Payable, Eur(0)), ((await business.ItemAsync("INV-2025-000001/1")).Open, await business.BalanceAsync(AccountRole.Bank)));
    }

    [Fact]
    public async Task An_invoice_in_euro_is_paid_in_dollars_at_the_rate_both_agree_on()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        var posted = await business.BilledAsync("SO-1", "I-1", 100m);
        var paid = Monday.PlusDays(19);
        var dollars = Eur(1_190).Convert(Rates.Find(Currency.Eur, Currency.Usd, paid)!, Rounding.HalfAwayFromZero) - Usd(3);
        await business.ImportAsync(Received("1", dollars, paid, posted.Invoice.Number.Value));
        Assert.Equal(Eur(0), (await business.ItemAsync("INV-2025-000001/1")).Open);
        Assert.Equal((dollars, Eur(1_190)), (await business.BalanceAsync(AccountRole.Bank, Currency.Usd), await business.BalanceAsync(AccountRole.Bank)));
    }

    [Fact]
    public async Task Money_of_a_known_payer_who_says_nothing_settles_in_the_order_of_the_policy_or_stays_on_account()
    {
        var seller = Seller with { Matching = MatchingPolicy.Standard with { Imputation = ImputationPolicy.GermanLaw } };
        foreach (var (imputing, expected) in new[] { (new ABusiness(seller: seller), 490m), (business, 1_190m) })
        {
            await imputing.OpenCustomerAsync(terms: PaymentTerms.Days(30));
            await imputing.BilledAsync("SO-1", "I-1", 100m);
            await imputing.BilledAsync("SO-2", "I-2", 99m);
            var plan = await imputing.ImportAsync(Received("1", Eur(700), Monday.PlusDays(40)));
            Assert.Equal(expected < 1_000, plan.Payments[0].IsImputed);
            Assert.Equal(expected < 1_000 ? Eur(0) : Eur(700), (await imputing.AccountAsync()).UnappliedCredit);
        }
    }
}
