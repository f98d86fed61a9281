using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Lets a customer's stored ways to pay follow what became of a taking, in the commit that learns of it.</summary>
internal sealed class MethodFollowing(IBooks books)
{
    /// <summary>So many failures in a row stop automatic takings, as with mandates.</summary>
    internal const int BlockAfter = 2;

    /// <summary>The changes of the ways to pay that are meant; none when there are none.</summary>
    internal async Task<IEnumerable<StreamChange>> ChangesAsync(CustomerId customer, Func<StoredPaymentMethod, bool> isMeant,
        Func<CustomerPaymentMethods, PaymentMethodId, Result<Decision<CustomerPaymentMethods, PaymentMethodEvent>>> decide,
        CancellationToken cancellationToken)
    {
        var stream = Streams.PaymentMethods(customer);
        var stored = await books.LoadAsync<CustomerPaymentMethods>(stream, cancellationToken).ConfigureAwait(false);
        if (stored is null) return [];
        var chain = new DecisionChain<CustomerPaymentMethods, PaymentMethodEvent>(stored.State, stored.Version);
        foreach (var method in stored.State.Methods.Where(isMeant).Select(m => m.Id).ToList())
            chain.Then(m => decide(m, method));
        return chain.Errors.Count > 0 ? [] : chain.Changes(stream);
    }

    /// <summary>The direct debits by a mandate, whatever reference it has now.</summary>
    internal static Func<StoredPaymentMethod, bool> By(DirectDebitMandate mandate) => method =>
        method.Kind == PaymentMethodKind.DirectDebit
        && (method.Token == mandate.Id.Value || method.Token == mandate.Facts.Mandate.Value);
}
