using OrderToCash.Credit;
using OrderToCash.Customers;
using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

internal sealed partial class RandomBusiness
{
    public static readonly string[] CustomerKinds = ["customer-change", "customer-block", "customer-unblock", "customer-unblock", "limit", "chargeback", "rebate-forecast", "insolvency-security"];

    /// <summary>The command of a step about who customers are and what they may, and of what others take back or expect.</summary>
    public Command? Customer(ProcessStep step, CommandId id, int number)
    {
        var (on, customer) = (Monday.PlusDays(number), new CustomerId($"C-{1 + (step.Which % 3)}"));
        var account = All<CustomerAccount>(Streams.CustomerKind).Single(c => c.Id == customer);
        // Planned ahead, or a correction of the past.
        var from = step.Extra == 0 ? Monday.PlusDays(number - step.Quantity) : on.PlusDays((step.Extra - 1) * 7);
        var secured = Nth(All<InsolvencyCase>(Streams.InsolvencyKind).SelectMany(c => c.Lines, (c, l) => new Secured(c, l)).Where(s => step.Extra == 0 || s.Line.Secured.IsPositive), step.Which);
        var card = Nth(All<OpenItem>(Streams.OpenItemKind).Where(i => i.Kind == OpenItemKind.Payment), step.Which);
        return step.Kind switch
        {
            "customer-change" => new ChangeCustomer
            {
                Id = id, By = Anna, Customer = customer, EffectiveFrom = from, Reason = "moved",
                Profile = (account.ProfileOn(from) ?? Profile(Currency.Eur)) with { Terms = PaymentTerms.Days(step.Quantity * 5) },
            },
            "customer-block" => new BlockCustomer { Id = id, By = Anna, Customer = customer, Kind = (CustomerBlockKind)(step.Quantity % 5), Reason = "asked by the lawyer" },
            "customer-unblock" when Nth(account.Blocks.Where(b => step.Extra > 0 || b.Kind == CustomerBlockKind.Orders), step.Quantity) is { } block =>
                new UnblockCustomer { Id = id, By = Anna, Customer = customer, Kind = block.Kind, Reason = "settled" },
            "limit" => new GrantCreditLimit
            {
                Id = id, By = step.Extra == 0 ? Bert : Anna, LegalEntity = Id, Customer = customer, Currency = Currency.Eur,
                Limit = new() { Limit = CreditLimit.Of(Eur(step.Quantity * 50)), From = on, ApprovedBy = new("bert") },
            },
            "chargeback" when card is not null => new BookChargeback
            {
                Id = id, By = Anna, Dispute = new($"D-{number}"), Payment = new(card.Id.Value), Number = $"CB-{number}", On = on,
                Amount = step.Extra > 2 ? null : Money.Of(step.Quantity, card.Amount.Currency), Fee = step.Extra == 1 ? Money.Of(1, card.Amount.Currency) : null,
            },
            "rebate-forecast" when Nth(All<RebateAgreement>(Streams.RebateKind).Where(r => step.Extra == 0 || r.Status == RebateStatus.Active), step.Which) is { } rebate =>
                new ReforecastRebate { Id = id, By = Anna, Agreement = rebate.Id, Expected = step.Quantity * 25, On = on },
            "insolvency-security" when secured is not null => new RealiseInsolvencySecurity
            {
                Id = id, By = Anna, Case = secured.Case.Id, Item = secured.Line.Item, On = on, Proceeds = Money.Min(secured.Line.Secured, Money.Of(step.Quantity - 1, secured.Line.Amount.Currency)),
            },
            _ => null,
        };
    }

    private sealed record Secured(InsolvencyCase Case, InsolvencyClaimLine Line);

    // What a block stops is not done.
    private void CheckBlocks(Command command)
    {
        (CustomerBlockKind Kind, CustomerId Customer)? stopped = command switch
        {
            CaptureOrder c => (CustomerBlockKind.Orders, c.Terms.Customer),
            OfferQuote c => (CustomerBlockKind.Orders, c.Terms.Customer),
            ShipOrder c => (CustomerBlockKind.Shipments, All<Order>(Streams.OrderKind).Single(o => o.Id == c.Order).Terms.Customer),
            BillOrder c => (CustomerBlockKind.Invoices, All<Order>(Streams.OrderKind).Single(o => o.Id == c.Order).Terms.Customer),
            PostInvoice c => (CustomerBlockKind.Invoices, c.Draft.Customer),
            CorrectInvoice c => (CustomerBlockKind.Invoices, All<InvoiceAccount>(Streams.InvoiceKind).Single(i => i.Id == c.Invoice).Invoice.Customer),
            ExecuteDunning c => (CustomerBlockKind.Dunning, c.Letter.Customer),
            OrderRefund c => (CustomerBlockKind.Refunds, All<RefundRequest>(Streams.RefundKind).Single(r => r.Id == c.Refund).Facts.Credit is var credit
                ? All<OpenItem>(Streams.OpenItemKind).Single(i => i.Id == credit).Customer : default),
            _ => null,
        };
        if (stopped is { } one) Assert.Null(All<CustomerAccount>(Streams.CustomerKind).Single(c => c.Id == one.Customer).BlockOf(one.Kind));
    }

    // Who is insolvent is so on every day from the opening on, whatever else is changed; once all cases are annulled, nothing of it is left.
    private void CheckInsolvent()
    {
        foreach (var cases in All<InsolvencyCase>(Streams.InsolvencyKind).GroupBy(c => c.Facts.Customer))
        {
            var customer = All<CustomerAccount>(Streams.CustomerKind).Single(c => c.Id == cases.Key);
            foreach (var one in cases.Where(c => c.Status != InsolvencyStatus.Annulled))
                Assert.All(customer.Versions.Select(v => v.EffectiveFrom).Append(one.Facts.OpenedOn).Where(d => d >= one.Facts.OpenedOn),
                    d => Assert.True(customer.ProfileOn(d)!.IsInsolventOn(d), $"{customer.Id} is not insolvent on {d}"));
            if (cases.Any(c => c.Status != InsolvencyStatus.Annulled)) continue;
            Assert.Null(customer.Versions[^1].Profile.InsolventSince);
            Assert.DoesNotContain(customer.Blocks, b => cases.Any(c => b.Reason.Contains(c.Facts.CourtReference, StringComparison.Ordinal)));
        }
    }

    // Money that was charged back is owed again, until somebody pays it. What a returned deposit left behind is counted with the deposits.
    private Money ChargedBack(Currency currency, IReadOnlyList<OpenItem> own) =>
        Money.Sum(own.Where(i => i.Kind == OpenItemKind.Chargeback && i.Id.Value.StartsWith("CB-", StringComparison.Ordinal)).Select(i => i.Amount), currency)
        - Money.Sum(All<DisputeCase>(Streams.DisputeKind).Where(d => d.Currency == currency)
            .SelectMany(d => d.Resolutions.Concat(d.EarlierRounds.SelectMany(r => r.Resolutions)))
            .Where(r => r.Kind == DisputeResolutionKind.Recovered).Select(r => r.Amount), currency);

    private EquatableArray<DomainError> CustomerErrorsOf(Command command) => command switch
    {
        ChangeCustomer c => business.Customers.ChangeAsync(c).AsTask().Result.Errors,
        BlockCustomer c => business.Customers.BlockAsync(c).AsTask().Result.Errors,
        UnblockCustomer c => business.Customers.UnblockAsync(c).AsTask().Result.Errors,
        GrantCreditLimit c => business.Credit.GrantAsync(c).AsTask().Result.Errors,
        BookChargeback c => business.Disputes.BookChargebackAsync(c).AsTask().Result.Errors,
        ReforecastRebate c => business.Rebates.ReforecastAsync(c).AsTask().Result.Errors,
        RealiseInsolvencySecurity c => business.Insolvencies.RealiseSecurityAsync(c).AsTask().Result.Errors,
        _ => ClaimErrors(command),
    };
}
