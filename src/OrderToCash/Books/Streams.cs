namespace OrderToCash;

/// <summary>How the streams of the family are named.</summary>
public static class Streams
{
    /// <summary>The kind of customer accounts.</summary>
    public const string CustomerKind = "customer";

    /// <summary>The kind of orders.</summary>
    public const string OrderKind = "order";

    /// <summary>The kind of quotes.</summary>
    public const string QuoteKind = "quote";

    /// <summary>The kind of contracts.</summary>
    public const string ContractKind = "contract";

    /// <summary>The kind of credit accounts.</summary>
    public const string CreditKind = "credit";

    /// <summary>The kind of posted invoices with their credit notes.</summary>
    public const string InvoiceKind = "invoice";

    /// <summary>The kind of the ways documents go to their receivers.</summary>
    public const string SendingKind = "sending";

    /// <summary>The kind of open items.</summary>
    public const string OpenItemKind = "open-item";

    /// <summary>The kind of imports of opening balances.</summary>
    public const string OpeningKind = "opening";

    /// <summary>The kind of exports to general ledgers.</summary>
    public const string ExportKind = "export";

    /// <summary>The kind of dunning cases.</summary>
    public const string DunningKind = "dunning";

    /// <summary>The kind of what was charged for the late payment of items.</summary>
    public const string ItemInterestKind = "item-interest";

    /// <summary>The kind of disputes.</summary>
    public const string DisputeKind = "dispute";

    /// <summary>The kind of customers' accounts of disputes.</summary>
    public const string DisputeAccountKind = "dispute-account";

    /// <summary>The kind of direct-debit mandates.</summary>
    public const string MandateKind = "mandate";

    /// <summary>The kind of attempts to take money through a gateway.</summary>
    public const string PaymentAttemptKind = "payment-attempt";

    /// <summary>The kind of customers' stored ways to pay.</summary>
    public const string PaymentMethodsKind = "payment-methods";

    /// <summary>The kind of refunds.</summary>
    public const string RefundKind = "refund";

    /// <summary>The kind of what was said and decided about payments.</summary>
    public const string MatchCaseKind = "match-case";

    /// <summary>The kind of what is remembered of payers.</summary>
    public const string PayerMemoryKind = "payer-memory";

    /// <summary>The kind of insolvencies of debtors.</summary>
    public const string InsolvencyKind = "insolvency";

    /// <summary>The kind of receivables assigned to factors.</summary>
    public const string FactoringKind = "factoring";

    /// <summary>The kind of legal entities' accounts of expected losses.</summary>
    public const string ExpectedLossKind = "expected-loss";

    /// <summary>The kind of agreements on rebates.</summary>
    public const string RebateKind = "rebate";

    /// <summary>The kind of cases of money that waits.</summary>
    public const string UnappliedCashKind = "unapplied-cash";

    /// <summary>The kind of nettings with parties that are customers and suppliers.</summary>
    public const string NettingKind = "netting";

    /// <summary>The kind of payouts that were booked.</summary>
    public const string PayoutKind = "payout";

    /// <summary>The kind of what a legal entity's payouts have in common.</summary>
    public const string PayoutRegisterKind = "payout-register";

    /// <summary>The kind of external references of orders.</summary>
    public const string OrderReferenceKind = "order-reference";

    /// <summary>The kind of the deferred revenue of invoices.</summary>
    public const string RevenueKind = "revenue";

    /// <summary>The kind of what a second copy of an invoice would share with the first.</summary>
    public const string BilledKind = "billed";

    /// <summary>The kind of the last positions of number series, kept where dates may not go back.</summary>
    public const string SeriesKind = "number-series";

    /// <summary>The stream of a number series.</summary>
    public static StreamId Series(NumberSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return new(SeriesKind, $"{series.LegalEntity}/{series}");
    }

    /// <summary>The stream of an external reference of a customer's orders.</summary>
    public static StreamId OrderReference(string key) => new(OrderReferenceKind, key);

    /// <summary>The stream of a customer account.</summary>
    public static StreamId Customer(CustomerId id) => new(CustomerKind, id.Value);

    /// <summary>The stream of an order.</summary>
    public static StreamId Order(OrderId id) => new(OrderKind, id.Value);

    /// <summary>The stream of a quote.</summary>
    public static StreamId Quote(QuoteId id) => new(QuoteKind, id.Value);

    /// <summary>The stream of a contract.</summary>
    public static StreamId Contract(ContractId id) => new(ContractKind, id.Value);

    /// <summary>The stream of an invoice and what is credited on it.</summary>
    public static StreamId Invoice(InvoiceId id) => new(InvoiceKind, id.Value);

    /// <summary>The stream of what an invoice deferred.</summary>
    public static StreamId Revenue(InvoiceId id) => new(RevenueKind, id.Value);

    /// <summary>The stream of an invoice's way to its receiver.</summary>
    public static StreamId Sending(InvoiceId id) => new(SendingKind, id.Value);

    /// <summary>The stream of an open item.</summary>
    public static StreamId OpenItem(OpenItemId id) => new(OpenItemKind, id.Value);

    /// <summary>The stream of what was charged for the late payment of an item.</summary>
    public static StreamId ItemInterest(OpenItemId id) => new(ItemInterestKind, id.Value);

    /// <summary>The stream of a credit account: the limit owner within a legal entity.</summary>
    public static StreamId Credit(LegalEntityId legalEntity, CustomerId owner) => new(CreditKind, $"{legalEntity}/{owner}");

    /// <summary>The stream of a dispute.</summary>
    public static StreamId Dispute(DisputeId id) => new(DisputeKind, id.Value);

    /// <summary>The stream of what all disputes of a customer within a legal entity keep apart.</summary>
    public static StreamId DisputeAccount(LegalEntityId legalEntity, CustomerId customer) =>
        new(DisputeAccountKind, $"{legalEntity}/{customer}");

    /// <summary>The stream of a direct-debit mandate, by the reference it was signed with.</summary>
    public static StreamId Mandate(MandateId id) => new(MandateKind, id.Value);

    /// <summary>The stream of an attempt to take money through a gateway.</summary>
    public static StreamId PaymentAttempt(PaymentAttemptId id) => new(PaymentAttemptKind, id.Value);

    /// <summary>The stream of a customer's stored ways to pay.</summary>
    public static StreamId PaymentMethods(CustomerId id) => new(PaymentMethodsKind, id.Value);

    /// <summary>The stream of what was said and decided about a payment.</summary>
    public static StreamId MatchCase(PaymentId id) => new(MatchCaseKind, id.Value);

    /// <summary>The stream of what a legal entity remembers of a payer; a long name is its hash.</summary>
    public static StreamId PayerMemory(LegalEntityId legalEntity, Matching.PayerKey payer) =>
        new(PayerMemoryKind, DerivedId.Of($"{legalEntity}/{payer}"));

    /// <summary>The stream of a refund.</summary>
    public static StreamId Refund(RefundId id) => new(RefundKind, id.Value);

    /// <summary>The stream of a debtor's insolvency.</summary>
    public static StreamId Insolvency(InsolvencyId id) => new(InsolvencyKind, id.Value);

    /// <summary>The stream of receivables assigned to a factor.</summary>
    public static StreamId Factoring(FactoringId id) => new(FactoringKind, id.Value);

    /// <summary>The stream of a legal entity's expected losses.</summary>
    public static StreamId ExpectedLoss(LegalEntityId legalEntity) => new(ExpectedLossKind, legalEntity.Value);

    /// <summary>The stream of an agreement on rebates.</summary>
    public static StreamId Rebate(RebateAgreementId id) => new(RebateKind, id.Value);

    /// <summary>The stream of a payment that waits.</summary>
    public static StreamId UnappliedCash(OpenItemId payment) => new(UnappliedCashKind, payment.Value);

    /// <summary>The stream of what a legal entity nets with a party.</summary>
    public static StreamId Netting(LegalEntityId legalEntity, CustomerId customer) =>
        new(NettingKind, $"{legalEntity}/{customer}");

    /// <summary>The stream of a payout of a provider to a legal entity.</summary>
    public static StreamId Payout(LegalEntityId legalEntity, PayoutId id) => new(PayoutKind, $"{legalEntity}/{id}");

    /// <summary>The stream of what a legal entity's payouts have in common: two at the same moment meet.</summary>
    public static StreamId PayoutRegister(LegalEntityId legalEntity) => new(PayoutRegisterKind, legalEntity.Value);

    /// <summary>The stream of the imports of opening balances into the books of a legal entity.</summary>
    public static StreamId Opening(LegalEntityId legalEntity) => new(OpeningKind, legalEntity.Value);

    /// <summary>The stream of a legal entity's exports to a general ledger.</summary>
    public static StreamId Export(LegalEntityId legalEntity, string generalLedger) =>
        new(ExportKind, DerivedId.Of($"{legalEntity}/{generalLedger}"));

    /// <summary>The stream of a customer's dunning within a legal entity.</summary>
    public static StreamId Dunning(
        LegalEntityId legalEntity, CustomerId customer) => new(DunningKind, $"{legalEntity}/{customer}");
}
