using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrderToCash.Tax;

namespace OrderToCash;

/// <summary>Registers the process with a host's container.</summary>
public static class OrderToCashServices
{
    /// <summary>
    /// Adds the desks and the automation. The host supplies <see cref="IBooks"/> (or <see cref="AddInMemoryBooks"/>),
    /// <c>NodaTime.IClock</c>, <see cref="ILegalEntities"/> and <see cref="IExchangeRates"/>. Tax rates (<see
    /// cref="BuiltInTaxRates"/>), rights (<see cref="AuthorizationPolicies.AllowAll"/>) and
    /// <see cref="AutomationPolicy"/> have defaults; what the host registers, before or after, goes before them.
    /// </summary>
    public static IServiceCollection AddOrderToCash(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<ITaxRates>(BuiltInTaxRates.Table);
        services.TryAddSingleton(AuthorizationPolicies.AllowAll);
        services.TryAddSingleton(AutomationPolicy.Standard);
        services.TryAddSingleton<CustomerDesk>();
        services.TryAddSingleton<OrderDesk>();
        services.TryAddSingleton<QuoteDesk>();
        services.TryAddSingleton<CreditDesk>();
        services.TryAddSingleton<ContractDesk>();
        services.TryAddSingleton<BillingDesk>();
        services.TryAddSingleton<CashDesk>();
        services.TryAddSingleton<CollectionsDesk>();
        services.TryAddSingleton<InterestDesk>();
        services.TryAddSingleton<DisputeDesk>();
        services.TryAddSingleton<DirectDebitDesk>();
        services.TryAddSingleton<PaymentDesk>();
        services.TryAddSingleton<PaymentMethodDesk>();
        services.TryAddSingleton<RefundDesk>();
        services.TryAddSingleton<PayoutDesk>();
        services.TryAddSingleton<ReceivablesDesk>();
        services.TryAddSingleton<InsolvencyDesk>();
        services.TryAddSingleton<FactoringDesk>();
        services.TryAddSingleton<ClosingDesk>();
        services.TryAddSingleton<RebateDesk>();
        services.TryAddSingleton<UnappliedCashDesk>();
        services.TryAddSingleton<NettingDesk>();
        services.TryAddSingleton<OpeningDesk>();
        services.TryAddSingleton<ExportDesk>();
        services.TryAddSingleton<AutomationRunner>();
        return services;
    }

    /// <summary>Adds <see cref="InMemoryBooks"/>, unless other books are registered: for tests, samples and batch jobs.</summary>
    public static IServiceCollection AddInMemoryBooks(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IBooks, InMemoryBooks>();
        return services;
    }
}
